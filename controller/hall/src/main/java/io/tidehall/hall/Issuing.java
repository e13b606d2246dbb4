package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Taking tickets, their slips, and tickets that come back or are given up. */
final class Issuing {
  /** Why a missed ticket without returns is void when its person takes another. */
  static final String REPLACED = "replaced";

  private Issuing() {}

  static Decision issue(Draft draft, Actor actor, Command.IssueTicket command) {
    HallState state = draft.state();
    HallPlan plan = state.plan();
    Optional<Line> found = plan.findLine(command.line());
    if (found.isEmpty()) {
      return refused(
          Refusal.UNKNOWN_LINE,
          "Expected a line of this hall, but there is no line %s",
          command.line());
    }
    Line line = found.get();
    Optional<Decision.Refused> apart = Together.refusal(state, line, command.items());
    if (apart.isPresent()) {
      return apart.get();
    }
    String green = command.greenReason();
    if (green != null && plan.findGreenReason(green).isEmpty()) {
      return refused(
          Refusal.UNKNOWN_REASON,
          "Expected a green-channel reason of this hall, but there is no '%s'",
          green);
    }
    Optional<Decision.Refused> shut = shut(draft, line);
    if (shut.isPresent()) {
      return shut.get();
    }
    Optional<Decision.Refused> known = known(state, actor, line, command);
    if (known.isPresent()) {
      return known.get();
    }
    for (TicketId spent : livesOf(state, line, command.items(), command.person())) {
      draft.emit(new Event.TicketVoided(spent, REPLACED));
    }
    TicketId id = Numbers.next(state, line.prefix());
    PriorityClass priority = green == null ? PriorityClass.NORMAL : PriorityClass.GREEN;
    Rank rank = priority.rank(plan.rules(), draft.now(), state.order() + 1);
    draft.emit(
        new Event.TicketIssued(
            id,
            line.id(),
            command.items(),
            green,
            command.person(),
            rank,
            PeopleAhead.of(state, line.id(), rank),
            state.outlook(line.id(), rank).orElse(null),
            command.promise()));
    if (command.printer() != null) {
      draft.emit(slip(draft, id, command.printer(), false, command.language()));
    }
    return draft.accepted();
  }

  /** What is said to somebody whom the hall must know and does not, or who has a ticket already. */
  private static Optional<Decision.Refused> known(
      HallState state, Actor actor, Line line, Command.IssueTicket command) {
    // At a counter a clerk sees who it is.
    if (command.person() == null
        && actor.kind() == Actor.Kind.DEVICE
        && state.plan().rules().identityNeeded()) {
      return Optional.of(
          refused(
              Refusal.IDENTITY_NEEDED,
              "Expected to be told whom the ticket is for, as the rules of this hall ask, but was"
                  + " not"));
    }
    return queuing(state, line, command.items(), command.person());
  }

  /** What is said to somebody who has a ticket already that is still good. */
  static Optional<Decision.Refused> queuing(
      HallState state, Line line, List<String> items, @Nullable String person) {
    return livesOf(state, line, items, person).stream()
        .filter(live -> mayReturn(state, state.ticket(live)))
        .findFirst()
        .map(
            live ->
                refused(
                    Refusal.ALREADY_QUEUING,
                    live,
                    "Expected no live ticket of this person in line %s, but there is %s",
                    line.id(),
                    live.number()));
  }

  /** The live tickets of a person in the lines that a ticket would be for, each once. */
  static SortedSet<TicketId> livesOf(
      HallState state, Line line, List<String> items, @Nullable String person) {
    var lives = new TreeSet<TicketId>();
    if (person != null) {
      for (LineId its : Together.lines(state.plan(), line.id(), items)) {
        TicketId live = state.persons().get(HallState.personKey(person, its));
        if (live != null) {
          lives.add(live);
        }
      }
    }
    return lives;
  }

  /** Whether and why no ticket of a line can be taken now; empty when one can. */
  static Optional<Decision.Refused> shut(Draft draft, Line line) {
    HallState state = draft.state();
    if (!state.plan().openAt(draft.now()) && !onDuty(state, line, draft.now())) {
      return Optional.of(
          refused(
              Refusal.HALL_CLOSED,
              "Expected the hall to be open, but it is closed until %s",
              state.plan().nextChange(draft.now()).map(Object::toString).orElse("further notice")));
    }
    Optional<Decision.Refused> unserved = unserved(state, line);
    if (unserved.isPresent()) {
      return unserved;
    }
    int issued = ((java.util.Map<LineId, Integer>) state.issued()).getOrDefault(line.id(), 0);
    if (line.dailyQuota() > 0 && issued >= line.dailyQuota()) {
      return Optional.of(
          refused(
              Refusal.QUOTA_USED_UP,
              "Expected fewer than %d tickets of line %s today, but all are given out",
              line.dailyQuota(),
              line.id()));
    }
    return Optional.empty();
  }

  /** Whether a line is served out of hours: by a duty window with a clerk, or by the duty plan. */
  private static boolean onDuty(HallState state, Line line, Instant now) {
    for (Window window : state.windows().values()) {
      WindowPlan plan = window.plan();
      boolean manned = window instanceof Window.Open && plan.kind() == WindowKind.DUTY;
      if (Eligibility.inScope(plan, line)
          && (manned || (plan.inService() && state.plan().onDuty(window.id(), now)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether no window could ever call a ticket of the line. */
  static Optional<Decision.Refused> unserved(HallState state, Line line) {
    return served(state, line)
        ? Optional.empty()
        : Optional.of(
            refused(
                Refusal.LINE_UNSERVED,
                "Expected a window that serves line %s, but none is in service",
                line.id()));
  }

  private static boolean served(HallState state, Line line) {
    for (Window window : state.windows().values()) {
      if (window.plan().inService() && Eligibility.inScope(window.plan(), line)) {
        return true;
      }
    }
    return false;
  }

  static Decision reprint(Draft draft, Command.ReprintSlip command) {
    Ticket ticket = draft.state().tickets().get(command.ticket());
    if (ticket == null) {
      return unknown(command.ticket());
    }
    draft.emit(slip(draft, ticket.id(), command.printer(), true, command.language()));
    return draft.accepted();
  }

  static Decision list(Draft draft, Command.PrintList command) {
    if (draft.state().plan().lines().stream()
        .noneMatch(line -> line.items().contains(command.item()))) {
      return refused(
          Refusal.UNKNOWN_ITEM,
          "Expected an item of this hall, but no line has an item %s",
          command.item());
    }
    String job = "list-" + draft.state().day() + "-" + (draft.state().seq() + 1);
    draft.emit(
        new Event.ListQueued(
            job, command.printer(), command.item(), command.language(), draft.now()));
    return draft.accepted();
  }

  static Decision report(Draft draft, Actor actor, Command.PrintReport command) {
    if (actor.kind() != Actor.Kind.MANAGER) {
      return refused(
          Refusal.REPORTS_MANAGER_ONLY,
          "Expected a manager to print a day report, but it is %s",
          actor.id());
    }
    String job = "report-" + draft.state().day() + "-" + (draft.state().seq() + 1);
    draft.emit(
        new Event.ReportQueued(
            job, command.printer(), command.figures(), command.language(), draft.now()));
    return draft.accepted();
  }

  static Decision testPage(Draft draft, Command.PrintTestPage command) {
    String job = "test-" + draft.state().day() + "-" + (draft.state().seq() + 1);
    draft.emit(new Event.TestPageQueued(job, command.printer(), command.language(), draft.now()));
    return draft.accepted();
  }

  static Decision endSlip(Draft draft, Command.EndSlip command) {
    if (!draft.state().slips().containsKey(command.job())) {
      return refused(
          Refusal.UNKNOWN_JOB,
          "Expected a print job that has not ended, but %s is not one",
          command.job());
    }
    draft.emit(new Event.SlipEnded(command.job(), command.end(), command.detail()));
    return draft.accepted();
  }

  static Decision requeue(Draft draft, Command.Requeue command) {
    HallState state = draft.state();
    Ticket ticket = state.tickets().get(command.ticket());
    if (ticket == null) {
      return unknown(command.ticket());
    }
    if (!(ticket.state() instanceof TicketState.Missed)) {
      return refused(
          Refusal.TICKET_NOT_MISSED,
          ticket.id(),
          "Expected a ticket that was called in vain, but %s is %s",
          ticket.number(),
          word(ticket.state()));
    }
    Rules rules = state.plan().rules();
    if (!mayReturn(state, ticket)) {
      return refused(
          Refusal.RETURNS_USED_UP,
          ticket.id(),
          "Expected at most %d returns, but %s was missed %d times: take a new ticket",
          rules.returns(),
          ticket.number(),
          ticket.misses());
    }
    Lane lane = draft.homeOf(ticket);
    Rank rank =
        switch (rules.returnPlace()) {
          case ORIGINAL -> ticket.rank();
          case END -> Places.end(draft);
          case AFTER_PLACES -> Places.after(draft, lane, rules.returnAfter());
        };
    draft.emit(new Event.TicketRequeued(ticket.id(), lane, rank));
    return draft.accepted();
  }

  static String word(TicketState state) {
    return switch (state) {
      case TicketState.Waiting _ -> "waiting";
      case TicketState.Due due -> "waiting from " + due.at();
      case TicketState.Called called -> "called to window " + called.window();
      case TicketState.Serving serving -> "served at window " + serving.window();
      case TicketState.Held held -> "held at window " + held.window();
      case TicketState.Missed _ -> "missed";
    };
  }

  static Decision unknown(TicketId id) {
    return refused(
        Refusal.UNKNOWN_TICKET, "Expected a live ticket, but there is no %s", id.number());
  }

  /** Whether the ticket is still good: a missed one only while it has returns left. */
  static boolean mayReturn(HallState state, Ticket ticket) {
    return !(ticket.state() instanceof TicketState.Missed)
        || ticket.misses() <= state.plan().rules().returns();
  }

  static Event slip(
      Draft draft, TicketId ticket, String printer, boolean reprint, String language) {
    String job = ticket.value() + "-" + (draft.state().seq() + 1);
    return new Event.SlipQueued(job, printer, ticket, reprint, language, draft.now());
  }
}
