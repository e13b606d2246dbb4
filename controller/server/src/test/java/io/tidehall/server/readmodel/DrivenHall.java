package io.tidehall.server.readmodel;

import static org.junit.jupiter.api.Assertions.fail;

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
import io.tidehall.hall.plan.ReasonLabel;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import io.tidehall.server.journal.InMemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hall driven through the real core by a clock that the test steps: lines A, B, C; window 1 takes
 * A and B, window 2 B and C, window 3 only A; clerks 101, 102, 103, of whom 103 stands in for 101.
 */
public final class DrivenHall {
  /** The hall's time zone, that of its plan. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final InMemoryJournal journal = new InMemoryJournal();
  private HallState state = HallState.empty();
  private Instant now;
  private int requests;

  public DrivenHall(LocalDateTime start) {
    this(start, Rules.usual());
  }

  private DrivenHall(LocalDateTime start, Rules rules) {
    now = start.atZone(ZONE).toInstant();
    must(Actor.manager("m"), new Command.Configure(plan(rules)));
  }

  /** A hall where a clerk may stand at two windows. */
  public static DrivenHall withTwoWindowsForAClerk(LocalDateTime start) {
    return new DrivenHall(start, twoWindowsForAClerk(Rules.usual()));
  }

  public InMemoryJournal journal() {
    return journal;
  }

  public HallState state() {
    return state;
  }

  public Instant now() {
    return now;
  }

  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    journal.replay(1, entries::add);
    return entries;
  }

  /** Lets time go by; nothing happens in it. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Sets the clock to a time of the present date. */
  public void at(int hour, int minute, int second) {
    now = now.atZone(ZONE).toLocalDate().atTime(hour, minute, second).atZone(ZONE).toInstant();
  }

  /** Asks, and journals what was accepted. */
  public Decision ask(Actor actor, Command command) {
    var request = new Request("r" + ++requests, actor, command);
    Decision decision = Hall.decide(state, request, now);
    if (decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      var entry =
          new Entry(state.seq() + 1, Hall.at(state, now), request.id(), actor, accepted.events());
      journal.append(List.of(entry));
      state = Hall.apply(state, entry);
    }
    return decision;
  }

  public void must(Actor actor, Command command) {
    if (ask(actor, command) instanceof Decision.Refused refused) {
      fail(command + " was refused: " + refused.because());
    }
  }

  /** The clerk at a window does something. */
  public void desk(Command.AtWindow command) {
    String clerk =
        state.findWindow(command.window()).flatMap(Window::findPost).orElseThrow().clerk().value();
    must(Actor.clerk(clerk), command);
  }

  public void signIn(String window, String clerk) {
    must(Actor.clerk(clerk), new Command.SignIn(new WindowId(window), new ClerkId(clerk), null));
  }

  /** Takes a ticket and tells its id. */
  public TicketId take(String line) {
    return take(line, null);
  }

  public TicketId take(String line, @Nullable String green) {
    return take(line, green, null);
  }

  /** Takes a ticket for which something was forecast. */
  public TicketId take(String line, @Nullable String green, @Nullable Promise promise) {
    must(
        Actor.device("kiosk-1"),
        new Command.IssueTicket(new LineId(line), List.of(), green, null, null, "zh-CN", promise));
    return state.tickets().values().stream()
        .max((a, b) -> Long.compare(a.rank().order(), b.rank().order()))
        .orElseThrow()
        .id();
  }

  public static HallPlan plan() {
    return plan(Rules.usual());
  }

  private static HallPlan plan(Rules rules) {
    return new HallPlan(
        "driven",
        "示例便民服务中心",
        "Sample Service Hall",
        ZONE.getId(),
        true,
        Stream.of("A", "B", "C")
            .map(
                id ->
                    new Line(
                        new LineId(id),
                        id,
                        id + "类",
                        "Line " + id,
                        "",
                        List.of(),
                        0,
                        Duration.ofMinutes(7)))
            .toList(),
        List.of(
            window("1", WindowKind.COMPREHENSIVE, "A", "B"),
            window("2", WindowKind.COMPREHENSIVE, "B", "C"),
            window("3", WindowKind.DEDICATED, "A")),
        List.of(
            new Clerk(new ClerkId("101"), "甲", List.of()),
            new Clerk(new ClerkId("102"), "乙", List.of()),
            new Clerk(new ClerkId("103"), "丙", List.of(new ClerkId("101")))),
        new Hours(List.of(), List.of()),
        WorkingDays.plainWeeks(),
        rules,
        List.of(new GreenReason("elderly", "老年人", "Elderly")),
        List.of(new ReasonLabel(2, "213", "业务不熟练", "Unskilled")));
  }

  private static Rules twoWindowsForAClerk(Rules usual) {
    return new Rules(
        usual.policy(),
        usual.calls(),
        usual.recallGap(),
        usual.returnPlace(),
        usual.returnAfter(),
        usual.returns(),
        usual.greenHeadStart(),
        usual.ratingSilence(),
        usual.ratingDays(),
        usual.rollOver(),
        2,
        usual.waitTarget());
  }

  private static WindowPlan window(String id, WindowKind kind, String... lines) {
    return new WindowPlan(
        new WindowId(id),
        id + "号窗口",
        "Window " + id,
        kind,
        Stream.of(lines).map(LineId::new).toList(),
        "",
        true);
  }
}
