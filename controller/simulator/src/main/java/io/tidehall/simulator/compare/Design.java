package io.tidehall.simulator.compare;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other ways to lay out the windows of a hall. */
public final class Design {
  /** What {@link #of} understands, in words. */
  public static final String EXPECTED =
      "as-is, second-fields, pooled, or a number of comprehensive windows more or fewer (+1, -2)";

  private static final double SECOND_SHARE = 0.5;

  private Design() {}

  /** The hall in a design; empty if the name is none, or no windows would be left. */
  public static Optional<Scenario> of(String name, Scenario hall) {
    return switch (name) {
      case "as-is" -> Optional.of(hall);
      case "second-fields" -> Optional.of(secondFields(hall));
      case "pooled" -> Optional.of(pooled(hall));
      default ->
          name.matches("[+-][0-9]{1,3}")
              ? windows(hall, Integer.parseInt(name.replace("+", "")))
              : Optional.empty();
    };
  }

  /** Every window serves everything: the bound that no routing can beat by much. */
  static Scenario pooled(Scenario hall) {
    return hall.withWindows(
        hall.windows().stream()
            .map(
                it ->
                    new WindowSpec(
                        it.id(),
                        it.type() == WindowType.TIDAL ? it.type() : WindowType.COMPREHENSIVE,
                        List.of("*"),
                        it.home(),
                        it.shifts()))
            .toList());
  }

  /**
   * Every dedicated window learns one second field: one after another takes, among the fields that
   * are not its own, the one with the most work for each window that has it, second ones counted
   * half.
   */
  static Scenario secondFields(Scenario hall) {
    List<String> fields = hall.fields();
    double[] work = new double[fields.size()];
    Layout layout = new Layout(hall);
    for (int line = 0; line < layout.lines(); line++) {
      Category category = hall.categories().get(line);
      work[layout.fieldOf(line)] += category.daily() * layout.work(line);
    }
    double[] windows = new double[fields.size()];
    for (int window = 0; window < layout.windows(); window++) {
      if (layout.dedicated(window) && layout.home(window) >= 0) {
        windows[layout.home(window)]++;
      }
    }
    List<WindowSpec> next = new ArrayList<>();
    for (int window = 0; window < layout.windows(); window++) {
      WindowSpec spec = hall.windows().get(window);
      int second = layout.dedicated(window) ? neediest(work, windows, layout, window) : -1;
      if (second >= 0) {
        windows[second] += SECOND_SHARE;
        List<String> serves = new ArrayList<>(spec.serves());
        serves.add(fields.get(second));
        next.add(spec.withServes(serves));
      } else {
        next.add(spec);
      }
    }
    return hall.withWindows(next);
  }

  private static int neediest(double[] work, double[] windows, Layout layout, int window) {
    int best = -1;
    for (int field = 0; field < work.length; field++) {
      boolean other = !layout.owns(window, field);
      if (other && (best < 0 || need(work, windows, field) > need(work, windows, best))) {
        best = field;
      }
    }
    return best;
  }

  private static double need(double[] work, double[] windows, int field) {
    return work[field] / Math.max(SECOND_SHARE, windows[field]);
  }

  private static Optional<Scenario> windows(Scenario hall, int more) {
    List<WindowSpec> next = new ArrayList<>(hall.windows());
    List<WindowSpec> base =
        hall.windows().stream().filter(it -> it.type() != WindowType.TIDAL).toList();
    if (base.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < more; i++) {
      WindowSpec like = base.get((base.size() - 1 - i % base.size()));
      next.add(
          new WindowSpec(
              "extra-" + (i + 1),
              WindowType.COMPREHENSIVE,
              List.of("*"),
              like.home(),
              like.shifts()));
    }
    for (int i = 0; i < -more; i++) {
      Optional<WindowSpec> last =
          next.reversed().stream().filter(it -> it.type() == WindowType.COMPREHENSIVE).findFirst();
      if (last.isEmpty()) {
        return Optional.empty();
      }
      next.remove(last.get());
    }
    return Optional.of(hall.withWindows(next));
  }
}
