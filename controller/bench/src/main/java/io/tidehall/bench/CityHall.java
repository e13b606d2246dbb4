package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.calendar.WorkingDays;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.GreenReason;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hall of 60 windows in a rush, by the rules alone: 24 lines in 8 fields, two windows of three
 * dedicated with a second field, 500 people waiting, and some windows just free.
 */
final class CityHall {
  static final int WINDOWS = 60;
  static final int WAITING = 500;

  /** Windows that are free: every seventh, so of both kinds. */
  static final List<WindowId> FREE =
      IntStream.rangeClosed(1, WINDOWS)
          .filter(it -> it % 7 == 0)
          .mapToObj(it -> new WindowId("" + it))
          .toList();

  private static final int FIELDS = 8;
  private static final int LINES_OF_A_FIELD = 3;
  private static final int GREEN = 8;
  private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");

  private HallState state = HallState.empty();
  private Instant now = MORNING;
  private int requests;

  private CityHall() {}

  /** The hall as it stands, and the moment. */
  record Moment(HallState state, Instant now) {}

  static Moment inARush() {
    var hall = new CityHall();
    hall.ask(Actor.system(), new Command.Configure(plan()));
    for (int window = 1; window <= WINDOWS; window++) {
      hall.ask(
          clerk(window),
          new Command.SignIn(new WindowId("" + window), new ClerkId("c" + window), null));
    }
    int busy = WINDOWS - FREE.size();
    for (int visitor = 0; visitor < WAITING + busy; visitor++) {
      hall.issue(visitor);
    }
    for (int window = 1; window <= WINDOWS; window++) {
      var id = new WindowId("" + window);
      if (!FREE.contains(id)) {
        hall.ask(clerk(window), new Command.CallNext(id));
        hall.ask(clerk(window), new Command.Arrive(id));
      }
    }
    return new Moment(hall.state, hall.now);
  }

  private void issue(int visitor) {
    String line = "L" + visitor * 5 % (FIELDS * LINES_OF_A_FIELD);
    ask(
        Actor.device("kiosk-1"),
        new Command.IssueTicket(
            new LineId(line),
            List.of(),
            visitor % GREEN == 0 ? "elderly" : null,
            null,
            null,
            "zh-CN"));
    now = now.plusSeconds(4);
  }

  static Actor clerk(int window) {
    return Actor.clerk("c" + window);
  }

  private void ask(Actor actor, Command command) {
    Hall.Step step = Hall.step(state, new Request("r" + requests++, actor, command), now);
    if (step.decision() instanceof Decision.Refused no) {
      throw new IllegalStateException(command + " was refused: " + no.because());
    }
    state = step.after();
  }

  private static HallPlan plan() {
    return new HallPlan(
        "city",
        "市民中心",
        "City hall",
        "Asia/Shanghai",
        true,
        IntStream.range(0, FIELDS * LINES_OF_A_FIELD).mapToObj(CityHall::line).toList(),
        IntStream.rangeClosed(1, WINDOWS).mapToObj(CityHall::window).toList(),
        IntStream.rangeClosed(1, WINDOWS)
            .mapToObj(it -> new Clerk(new ClerkId("c" + it), "员" + it, List.of()))
            .toList(),
        new Hours(List.of(), List.of()),
        WorkingDays.plainWeeks(),
        Rules.usual(),
        List.of(new GreenReason("elderly", "老年人", "Elderly")),
        List.of());
  }

  private static Line line(int number) {
    return new Line(
        new LineId("L" + number),
        "" + (char) ('A' + number),
        "业务" + number,
        "Line " + number,
        field(number / LINES_OF_A_FIELD),
        List.of(),
        0,
        Duration.ofMinutes(4 + number % 9));
  }

  private static String field(int number) {
    return "领域" + number % FIELDS;
  }

  private static WindowPlan window(int number) {
    boolean dedicated = number % 3 != 0;
    int field = number % FIELDS;
    Stream<Integer> lines =
        IntStream.range(0, FIELDS * LINES_OF_A_FIELD)
            .filter(it -> !dedicated || it / LINES_OF_A_FIELD == field)
            .boxed();
    var plan =
        new WindowPlan(
            new WindowId("" + number),
            number + "号窗口",
            "Window " + number,
            dedicated ? WindowKind.DEDICATED : WindowKind.COMPREHENSIVE,
            lines.map(it -> new LineId("L" + it)).toList(),
            "",
            true);
    return dedicated
        ? plan.withFields(new WindowFields(field(field), List.of(field(field + 1))))
        : plan;
  }
}
