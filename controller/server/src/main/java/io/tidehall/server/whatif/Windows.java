package io.tidehall.server.whatif;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.window.Window;
import io.tidehall.server.forecast.HallScenario;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.whatif.Question.Staffing;
import io.tidehall.server.whatif.Question.WindowWish;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The windows of a past day, as they were or as a question wants them. */
final class Windows {
  private final PastHall hall;
  private final Question question;

  private Windows(PastHall hall, Question question) {
    this.hall = hall;
    this.question = question;
  }

  static List<WindowSpec> of(PastHall hall, Question question) {
    return new Windows(hall, question).all();
  }

  /** Windows of the plan, then those that only the day knows. */
  static List<WindowId> ids(PastHall hall) {
    SequencedSet<WindowId> ids = new LinkedHashSet<>();
    hall.plan().windows().forEach(it -> ids.add(it.id()));
    hall.day().manned().forEach(it -> ids.add(it.window()));
    hall.day().visits().forEach(it -> ids.add(it.window()));
    return List.copyOf(ids);
  }

  private List<WindowSpec> all() {
    List<WindowSpec> specs = new ArrayList<>();
    for (WindowId id : ids(hall)) {
      specs.add(spec(id));
    }
    for (int i = 1; i <= question.extra(); i++) {
      specs.add(new WindowSpec("+" + i, WindowType.COMPREHENSIVE, List.of("*"), "", hall.allDay()));
    }
    return specs;
  }

  private WindowSpec spec(WindowId id) {
    WindowWish wish =
        question.windows().stream()
            .filter(it -> it.window().equals(id.value()))
            .findFirst()
            .orElse(null);
    Manned mostly = hall.mostly(id);
    WindowPlan plan = plan(id, mostly);
    if (wish != null && wish.second() != null) {
      plan = plan.withFields(new WindowFields(plan.home(), wish.second()));
    }
    WindowSpec spec = HallScenario.window(hall.plan(), plan, shifts(id, plan.kind(), wish));
    List<String> gone =
        mostly == null
            ? List.of()
            : mostly.lines().stream()
                .filter(it -> hall.plan().findLine(it).isEmpty())
                .map(LineId::value)
                .filter(it -> hall.lines().stream().anyMatch(line -> line.id().equals(it)))
                .toList();
    List<String> serves = new ArrayList<>(spec.serves());
    serves.addAll(gone);
    return spec.withServes(serves);
  }

  /** As it was set up on the day; home and second fields are today's where its lines still are. */
  private WindowPlan plan(WindowId id, @Nullable Manned mostly) {
    HallPlan plan = hall.plan();
    Window known = hall.state().windows().get(id);
    WindowPlan today =
        known == null
            ? new WindowPlan(
                id, id.value(), id.value(), WindowKind.COMPREHENSIVE, List.of(), "", true)
            : known.plan().withSpeeds(hall.speeds(id));
    if (mostly == null) {
      return today;
    }
    List<LineId> lines = mostly.lines();
    List<LineId> scope = Eligibility.scope(plan, today).stream().map(Line::id).sorted().toList();
    if (scope.equals(lines.stream().sorted().toList())) {
      return today.withSetup(mostly.kind(), today.lines());
    }
    String home = today.home();
    boolean stillHome =
        home != null
            && plan.lines().stream()
                .anyMatch(it -> it.field().equals(home) && lines.contains(it.id()));
    return today
        .withSetup(mostly.kind(), lines)
        .withFields(new WindowFields(stillHome ? home : null, List.of()));
  }

  private List<Shift> shifts(WindowId id, WindowKind kind, @Nullable WindowWish wish) {
    Staffing staffing = wish == null ? Staffing.AS_IT_WAS : wish.staffing();
    return switch (staffing) {
      case CLOSED -> List.of();
      case ALL_DAY -> hall.allDay();
      case SPANS ->
          wish == null
              ? List.of()
              : wish.spans().stream()
                  .map(
                      it ->
                          new Shift(
                              it.from().toSecondOfDay() / 60.0,
                              it.to().toSecondOfDay() / 60.0,
                              true))
                  .sorted(java.util.Comparator.comparingDouble(Shift::from))
                  .toList();
      case AS_IT_WAS -> kind == WindowKind.TIDAL ? tidal(id) : base(id);
    };
  }

  /** A tidal window that borrows its clerk has her only while she is in the hall. */
  private List<Shift> tidal(WindowId id) {
    WindowId lender = hall.plan().tides().find(id).map(TidalWindow::lender).orElse(null);
    return switch (question.tides().rule()) {
      case AS_IT_WAS -> hall.manned(id);
      case NEVER -> List.of();
      case ALL_DAY -> lender == null ? hall.allDay() : hall.present(lender);
      case THRESHOLD, STAFFING -> hall.allDay();
    };
  }

  /** A window that lent its clerk on the day has her back under another tidal rule. */
  private List<Shift> base(WindowId id) {
    boolean lends = hall.plan().tides().windows().stream().anyMatch(it -> id.equals(it.lender()));
    return switch (question.tides().rule()) {
      case ALL_DAY -> lends ? List.of() : hall.manned(id);
      case NEVER, THRESHOLD, STAFFING -> lends ? hall.present(id) : hall.manned(id);
      case AS_IT_WAS -> hall.manned(id);
    };
  }
}
