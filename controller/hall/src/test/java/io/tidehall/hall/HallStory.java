package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens in a hall, in the hall's words. It stands on Monday 2026-11-23 at 9:00 when it
 * begins. After every accepted request the hall is restarted from its journal, and must be the
 * same.
 */
final class HallStory {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int RESTARTS = 150;

  private final List<Entry> journal = new ArrayList<>();
  private HallState state = HallState.empty();
  private Instant now = LocalDateTime.parse("2026-11-23T09:00").atZone(ZONE).toInstant();
  private List<Event> last = List.of();
  private int requests;

  /** The small hall with nobody at work. */
  static HallStory empty(Layout layout) {
    var story = new HallStory();
    story.does(new Command.Configure(layout.plan()));
    return story;
  }

  /** The small hall with wang, li and zhao at the windows 1, 2 and 3. */
  static HallStory staffed(Layout layout) {
    HallStory story = empty(layout);
    story.signIn("1", "wang");
    story.signIn("2", "li");
    story.signIn("3", "zhao");
    return story;
  }

  /** The small hall with wang alone, at window 1. */
  static HallStory withOneWindow(Layout layout) {
    HallStory story = empty(layout);
    story.signIn("1", "wang");
    return story;
  }

  HallState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  List<Entry> journal() {
    return List.copyOf(journal);
  }

  // Time.

  void seconds(long seconds) {
    now = now.plusSeconds(seconds);
  }

  void minutes(long minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  /** Today at a time, also an earlier one. */
  void at(String time) {
    now = now.atZone(ZONE).toLocalDate().atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  void on(String day, String time) {
    now = LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  // Requests.

  Decision asks(Request request) {
    Decision decision = Hall.decide(state, request, now);
    Hall.Step step = Hall.step(state, request, now);
    if (decision instanceof Decision.Accepted accepted && !accepted.repeated()) {
      record(request, accepted);
    }
    assertEquals(decision, step.decision(), "one step decides alike");
    if (step.entry() != null) {
      assertEquals(state, step.after(), "and comes to the same");
    }
    return decision;
  }

  Decision asks(Command command) {
    return asks(Actor.system(), command);
  }

  Decision asks(Actor actor, Command command) {
    requests++;
    return asks(new Request("r" + requests, actor, command));
  }

  /** An accepted command, and its events. */
  List<Event> does(Command command) {
    return switch (asks(command)) {
      case Decision.Accepted accepted -> accepted.events();
      case Decision.Refused refused -> fail("refused: " + refused.because());
    };
  }

  /** A refused command: the refusal is the expected one and says "Expected …, but …". */
  Decision.Refused refuses(Refusal expected, Command command) {
    return refuses(expected, Actor.system(), command);
  }

  Decision.Refused refuses(Refusal expected, Actor actor, Command command) {
    Decision decision = asks(actor, command);
    if (!(decision instanceof Decision.Refused refused)) {
      return fail("expected " + expected + ", but it was accepted: " + decision);
    }
    assertEquals(expected, refused.refusal(), refused.because());
    if (!refused.because().matches("Expected .+, but .+")) {
      fail("no sentence of the form 'Expected …, but …': " + refused.because());
    }
    return refused;
  }

  /** The only event of a kind among those of the last accepted request. */
  <E extends Event> E last(Class<E> kind) {
    List<E> found = all(kind);
    assertEquals(1, found.size(), () -> "events of " + kind.getSimpleName() + " in " + last);
    return found.getFirst();
  }

  /** The events of a kind among those of the last accepted request. */
  <E extends Event> List<E> all(Class<E> kind) {
    return last.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  // What citizens do.

  TicketId takes(String line) {
    does(issue(line, null, null));
    return last(Event.TicketIssued.class).ticket();
  }

  TicketId takesGreen(String line) {
    does(issue(line, "elderly", null));
    return last(Event.TicketIssued.class).ticket();
  }

  TicketId takesAs(String person, String line) {
    does(issue(line, null, person));
    return last(Event.TicketIssued.class).ticket();
  }

  static Command issue(String line, @Nullable String green, @Nullable String person) {
    return new Command.IssueTicket(new LineId(line), List.of(), green, person, null, "zh-CN");
  }

  // What clerks do.

  void signIn(String window, String clerk) {
    does(new Command.SignIn(new WindowId(window), new ClerkId(clerk), null));
  }

  /** Call-next; the ticket called, or empty when the window waits for one. */
  Optional<TicketId> calls(String window) {
    does(new Command.CallNext(new WindowId(window)));
    return ticketAt(window);
  }

  /** Calls again until the calls are used up, then marks the no-show. */
  void misses(String window) {
    for (int call = 1; call < state.plan().rules().calls(); call++) {
      seconds(state.plan().rules().recallGap().toSeconds());
      does(new Command.Recall(new WindowId(window)));
    }
    seconds(state.plan().rules().recallGap().toSeconds());
    does(new Command.MarkNoShow(new WindowId(window)));
  }

  /** Call-next and the visitor comes. */
  TicketId serves(String window) {
    TicketId ticket = calls(window).orElseThrow();
    arrives(window);
    return ticket;
  }

  void arrives(String window) {
    does(new Command.Arrive(new WindowId(window)));
  }

  ServiceId finishes(String window) {
    does(new Command.Finish(new WindowId(window), Outcome.DONE_AT_ONCE, ""));
    return last(Event.ServiceFinished.class).service();
  }

  void holds(String window, HoldKind kind) {
    does(new Command.Hold(new WindowId(window), kind));
  }

  void transfers(String window, Command.Destination to, Command.Place place) {
    does(new Command.Transfer(new WindowId(window), to, place));
  }

  void changes(String window, WindowKind kind, String... lines) {
    does(change(window, kind, lines));
  }

  static Command change(String window, WindowKind kind, String... lines) {
    return new Command.ChangeWindow(
        new WindowId(window), kind, Stream.of(lines).map(LineId::new).toList());
  }

  static Command rate(ServiceId service, int level, String text, String... reasons) {
    return new Command.Rate(service, level, List.of(reasons), text, Channel.HALL_PAD);
  }

  // What can be seen.

  Optional<TicketId> ticketAt(String window) {
    return state.window(new WindowId(window)).findTicket();
  }

  Window window(String id) {
    return state.window(new WindowId(id));
  }

  TicketState stateOf(TicketId ticket) {
    return state.ticket(ticket).state();
  }

  boolean alive(TicketId ticket) {
    return state.findTicket(ticket).isPresent();
  }

  /** The numbers waiting in a line, in order. */
  List<String> queue(String line) {
    return queue(Lane.of(new LineId(line)));
  }

  List<String> queue(Lane lane) {
    return state.queues().lane(lane).values().stream().map(TicketId::number).toList();
  }

  /** The state after all that the journal holds. */
  HallState replayed() {
    HallState replayed = HallState.empty();
    for (Entry entry : journal) {
      replayed = Hall.apply(replayed, entry);
    }
    return replayed;
  }

  private void record(Request request, Decision.Accepted accepted) {
    Entry entry =
        new Entry(
            state.seq() + 1, Hall.at(state, now), request.id(), request.actor(), accepted.events());
    journal.add(entry);
    last = accepted.events();
    state = Hall.apply(state, entry);
    if (journal.size() <= RESTARTS) {
      assertEquals(state, replayed(), "the hall after a restart");
    }
  }
}
