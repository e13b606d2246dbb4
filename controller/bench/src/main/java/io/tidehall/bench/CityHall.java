package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Entry;
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
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private static final Promise FORECAST =
      new Promise(new Promise.Minutes(5, 12, 25), new Promise.Minutes(5, 12, 25), false);
  private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");

  private HallState state = HallState.empty();
  private Instant now = MORNING;
  private int requests;
  private final List<Entry> entries = new ArrayList<>();

  private CityHall() {}

  /** The hall as it stands, the moment, and the journal until then. */
  record Moment(HallState state, Instant now, List<Entry> entries) {}

  static Moment inARush() {
    var hall = new CityHall();
    hall.ask(Actor.system(), new Command.Configure(plan()));
    return hall.rush();
  }

  /** The same rush on the morning after a day of so many visitors, whose waits were forecast. */
  static Moment inARushAfterADayOf(int visitors) {
    var hall = new CityHall();
    hall.ask(Actor.system(), new Command.Configure(plan()));
    hall.day(visitors);
    hall.now = MORNING.plus(Duration.ofDays(1));
    hall.ask(Actor.system(), new Command.PassTime());
    return hall.rush();
  }

  /** A window serves one for seven minutes, while two wait for each window. */
  private void day(int visitors) {
    signIn();
    for (int visitor = 0; visitor < visitors; visitor++) {
      issue(visitor, FORECAST);
      if (visitor >= 2 * WINDOWS) {
        int window = visitor % WINDOWS + 1;
        var id = new WindowId("" + window);
        if (state.findWindow(id).orElseThrow() instanceof Window.Busy) {
          ask(clerk(window), new Command.Finish(id, Outcome.DONE_AT_ONCE, ""));
        }
        ask(clerk(window), new Command.CallNext(id));
        if (state.findWindow(id).orElseThrow() instanceof Window.Busy) {
          ask(clerk(window), new Command.Arrive(id));
        }
        now = now.plusSeconds(3);
      }
    }
    for (Window window : state.windows().values()) {
      if (window instanceof Window.Busy) {
        Actor its = Actor.clerk(window.findPost().orElseThrow().clerk().value());
        ask(its, new Command.Finish(window.id(), Outcome.DONE_AT_ONCE, ""));
      }
    }
  }

  private void signIn() {
    for (int window = 1; window <= WINDOWS; window++) {
      var id = new WindowId("" + window);
      if (state.findWindow(id).orElseThrow() instanceof Window.Closed) {
        ask(clerk(window), new Command.SignIn(id, new ClerkId("c" + window), null));
      }
    }
  }

  private Moment rush() {
    signIn();
    int busy = WINDOWS - FREE.size();
    for (int visitor = 0; visitor < WAITING + busy; visitor++) {
      issue(visitor, null);
    }
    for (int window = 1; window <= WINDOWS; window++) {
      var id = new WindowId("" + window);
      if (!FREE.contains(id)) {
        ask(clerk(window), new Command.CallNext(id));
        ask(clerk(window), new Command.Arrive(id));
      }
    }
    return new Moment(state, now, List.copyOf(entries));
  }

  private void issue(int visitor, @Nullable Promise promise) {
    ask(Actor.device("kiosk-1"), ticket(visitor, promise));
    now = now.plusSeconds(4);
  }

  /** A ticket for one of the lines in turn. */
  static Command ticket(int visitor, @Nullable Promise promise) {
    return new Command.IssueTicket(
        new LineId("L" + visitor * 5 % (FIELDS * LINES_OF_A_FIELD)),
        List.of(),
        visitor % GREEN == 0 ? "elderly" : null,
        null,
        null,
        "zh-CN",
        promise);
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
    if (step.entry() != null) {
      entries.add(step.entry());
    }
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
