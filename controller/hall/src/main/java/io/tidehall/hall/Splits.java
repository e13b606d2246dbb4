package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Further;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Further items of a visitor: tickets of their own once the present service has ended. */
final class Splits {
  private Splits() {}

  static Decision split(Draft draft, Window.Busy window, Ticket ticket, Command.Split command) {
    HallState state = draft.state();
    Optional<Decision> nowhere = Transfers.noLine(state, command.line());
    if (nowhere.isPresent()) {
      return nowhere.get();
    }
    Line line = state.plan().findLine(command.line()).orElseThrow();
    for (String item : command.items()) {
      if (!line.items().contains(item)) {
        return refused(
            Refusal.UNKNOWN_ITEM,
            "Expected items of line %s, but it has no item %s",
            line.id(),
            item);
      }
    }
    if (line.id().equals(ticket.line())) {
      return refused(
          Refusal.SAME_LINE,
          ticket.id(),
          "Expected another line for a further item, but %s is of line %s itself",
          ticket.number(),
          line.id());
    }
    if (ticket.further().stream().anyMatch(it -> it.line().equals(line.id()))) {
      return refused(
          Refusal.ALREADY_SPLIT,
          ticket.id(),
          "Expected one further ticket a line, but %s has one of line %s already",
          ticket.number(),
          line.id());
    }
    if (command.place() == Command.Place.AT_TIME) {
      return refused(
          Refusal.BAD_TIME,
          ticket.id(),
          "Expected a further item of %s to keep the time or to go to the front or the end, but a"
              + " time was asked for",
          ticket.number());
    }
    TicketId live = queuing(state, ticket, line.id());
    if (live != null) {
      return refused(
          Refusal.ALREADY_QUEUING,
          live,
          "Expected no live ticket of this person in line %s, but there is %s",
          line.id(),
          live.number());
    }
    draft.emit(
        new Event.ItemSplit(
            ticket.id(),
            window.id(),
            new Further(
                line.id(),
                command.items(),
                command.place().name(),
                command.printer(),
                command.language())));
    return draft.accepted();
  }

  static Decision drop(Draft draft, Ticket ticket, Command.DropSplit command) {
    if (ticket.further().stream().noneMatch(it -> it.line().equals(command.line()))) {
      return refused(
          Refusal.NOT_SPLIT,
          ticket.id(),
          "Expected a further item of %s in line %s, but there is none",
          ticket.number(),
          command.line());
    }
    draft.emit(new Event.SplitDropped(ticket.id(), command.line()));
    return draft.accepted();
  }

  /** A ticket goes on to another line: a further item there needs no ticket any more. */
  static void arriveIn(Draft draft, Ticket ticket, LineId line) {
    if (ticket.further().stream().anyMatch(it -> it.line().equals(line))) {
      draft.emit(new Event.SplitDropped(ticket.id(), line));
    }
  }

  /**
   * The service of a ticket is about to end: those of its further items that will not become
   * tickets are dropped for all to see.
   *
   * @return the ticket with what is left
   */
  static Ticket sorted(Draft draft, Ticket ending) {
    for (Further further : ending.further()) {
      HallState state = draft.state();
      LineId line = further.line();
      if (state.plan().findLine(line).isEmpty() || queuing(state, ending, line) != null) {
        draft.emit(new Event.SplitDropped(ending.id(), line));
      }
    }
    return draft.state().ticket(ending.id());
  }

  /** The service of a ticket has ended: its further items become tickets. */
  static void issue(Draft draft, Ticket ended) {
    for (Further further : ended.further()) {
      Line line = draft.state().plan().findLine(further.line()).orElseThrow();
      TicketId spent = live(draft.state(), ended, line.id());
      if (spent != null) {
        draft.emit(new Event.TicketVoided(spent, Issuing.REPLACED));
      }
      HallState state = draft.state();
      TicketId id = Numbers.next(state, line.prefix());
      Rank rank = place(draft, ended, further);
      draft.emit(
          new Event.TicketIssued(
              id,
              further.line(),
              further.items(),
              ended.greenReason(),
              ended.person(),
              rank,
              PeopleAhead.of(state, further.line(), rank),
              state.outlook(further.line(), rank).orElse(null)));
      draft.emit(new Event.SplitIssued(ended.id(), id));
      String printer = further.printer();
      if (printer != null) {
        draft.emit(Issuing.slip(draft, id, printer, false, further.language()));
      }
    }
  }

  private static Rank place(Draft draft, Ticket ended, Further further) {
    var own = new Rank(ended.rank().since(), draft.state().order() + 1);
    return switch (Command.Place.valueOf(further.place())) {
      case KEEP_TIME, AT_TIME -> own;
      case END -> Places.end(draft);
      case FRONT -> Places.front(draft, Lane.of(further.line()), own);
    };
  }

  /** Another ticket of the person in a line that is still good. */
  private static @Nullable TicketId queuing(HallState state, Ticket ticket, LineId line) {
    TicketId live = live(state, ticket, line);
    return live != null && !live.equals(ticket.id()) && Issuing.mayReturn(state, state.ticket(live))
        ? live
        : null;
  }

  private static @Nullable TicketId live(HallState state, Ticket ticket, LineId line) {
    String person = ticket.person();
    return person == null
        ? null
        : ((Map<String, TicketId>) state.persons()).get(HallState.personKey(person, line));
  }

  static List<Further> without(List<Further> further, LineId line) {
    var next = new ArrayList<>(further);
    next.removeIf(it -> it.line().equals(line));
    return next;
  }
}
