package io.tidehall.simulator.floor;

import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a scenario says, in the words of a hall's plan, so that the production rules judge it. */
final class Plans {
  private static final String PREFIX = "A";

  private Plans() {}

  static Line line(Scenario scenario, Category category) {
    double minutes = Math.max(0.02, scenario.callGap() + category.service().mean());
    return new Line(
        new LineId(category.id()),
        PREFIX,
        category.id(),
        category.id(),
        category.field(),
        List.of(),
        0,
        Duration.ofMillis((long) (minutes * 60_000)));
  }

  /**
   * A window's lines are those of its home field, or, of one that is not dedicated, all it serves;
   * whole fields that a dedicated window serves besides are its second fields.
   */
  static WindowPlan window(Scenario scenario, WindowSpec spec) {
    boolean dedicated = spec.type() == WindowType.DEDICATED;
    List<String> second =
        dedicated && !spec.serves().contains("*")
            ? spec.serves().stream()
                .filter(it -> scenario.fields().contains(it) && !it.equals(spec.home()))
                .toList()
            : List.of();
    List<LineId> lines =
        scenario.categories().stream()
            .filter(spec::serves)
            .filter(it -> !second.contains(it.field()))
            .map(it -> new LineId(it.id()))
            .toList();
    boolean known = scenario.fields().contains(spec.home());
    return new WindowPlan(
            new WindowId(spec.id()), spec.id(), spec.id(), kind(spec.type()), lines, "", true)
        .withFields(new WindowFields(known ? spec.home() : null, second));
  }

  /** Classes that the product does not know are those with a head start or without. */
  static String priority(TicketClass it) {
    if (Arrays.stream(PriorityClass.values()).anyMatch(known -> known.id().equals(it.id()))) {
      return it.id();
    }
    return (it.headStart() > 0 ? PriorityClass.GREEN : PriorityClass.NORMAL).id();
  }

  private static WindowKind kind(WindowType type) {
    return switch (type) {
      case DEDICATED -> WindowKind.DEDICATED;
      case COMPREHENSIVE -> WindowKind.COMPREHENSIVE;
      case TIDAL -> WindowKind.TIDAL;
    };
  }
}
