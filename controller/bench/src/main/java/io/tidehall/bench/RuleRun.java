package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.Journal;
import io.tidehall.server.writer.Announcer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A hall by the rules alone, with its own time: makes entries like those of a real day. */
final class RuleRun {
  /** The windows that have a clerk. */
  static final List<String> WINDOWS = List.of("1", "2", "3", "4", "5");

  private static final List<String> LINES = List.of("A", "B", "C", "D", "E", "F", "G", "H");
  private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");
  private static final int BATCH = 256;

  private final List<Entry> entries = new ArrayList<>();
  private HallState state = HallState.empty();
  private Instant now = MORNING;

  RuleRun() {
    ask(Actor.system(), new Command.Configure(ReadyHalls.trial().plan()));
    for (String window : WINDOWS) {
      ask(clerk(window), signIn(window));
    }
  }

  static Actor clerk(String window) {
    return Actor.clerk("10" + window);
  }

  static Command signIn(String window) {
    return new Command.SignIn(new WindowId(window), new ClerkId("10" + window), null);
  }

  /** The n-th visitor's wish. */
  static Command.IssueTicket issue(int visitor) {
    return new Command.IssueTicket(
        new LineId(LINES.get(visitor % LINES.size())), List.of(), null, null, null, "zh-CN");
  }

  /** A ticket's entry, with the next number. */
  Entry ticket(int visitor) {
    ask(Actor.device("kiosk-1"), issue(visitor));
    return entries.getLast();
  }

  /** A visitor comes, is called, served and gone. */
  void visit(int visitor) {
    now = now.plus(Duration.ofSeconds(6));
    ask(Actor.device("kiosk-1"), issue(visitor));
    var window = new WindowId(WINDOWS.get(visitor % WINDOWS.size()));
    Actor clerk = clerk(window.value());
    ask(clerk, new Command.CallNext(window));
    ask(clerk, new Command.Arrive(window));
    ask(clerk, new Command.Finish(window, Outcome.DONE_AT_ONCE, ""));
    if (Hall.nextDeadline(state).filter(due -> !due.isAfter(now)).isPresent()) {
      ask(Actor.system(), new Command.PassTime());
    }
  }

  HallState state() {
    return state;
  }

  /** The tickets issued so far. */
  long tickets() {
    return entries.stream()
        .flatMap(entry -> entry.events().stream())
        .filter(Event.TicketIssued.class::isInstance)
        .count();
  }

  /** Keeps everything so far in an empty journal. */
  void keepIn(Journal journal) {
    for (int from = 0; from < entries.size(); from += BATCH) {
      journal.append(entries.subList(from, Math.min(entries.size(), from + BATCH)));
    }
  }

  /** Tells an announcer of the hall as it was after an entry. */
  void announce(Announcer announcer, int seq) {
    HallState then = HallState.empty();
    for (Entry entry : entries.subList(0, seq)) {
      then = Hall.apply(then, entry);
    }
    announcer.announce(then, entries.subList(seq - 1, seq));
  }

  private void ask(Actor actor, Command command) {
    var request = new Request(UUID.randomUUID().toString(), actor, command);
    Hall.Step step = Hall.step(state, request, now);
    Entry entry = step.entry();
    if (entry == null) {
      throw new IllegalStateException("expected the rules to accept " + command);
    }
    state = step.after();
    entries.add(entry);
  }
}
