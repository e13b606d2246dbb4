package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the holder of a ticket may do with it: give it up, or stand back once. */
final class Visiting {
  private Visiting() {}

  static Decision voidTicket(Draft draft, Actor actor, Command.VoidTicket command) {
    Decision refusal = refusal(draft, actor, command.ticket());
    if (refusal != null) {
      return refusal;
    }
    Ticket ticket = draft.state().ticket(command.ticket());
    boolean visitor = actor.kind() == Actor.Kind.VISITOR;
    return switch (ticket.state()) {
      case TicketState.Missed _, TicketState.Held _ when visitor -> notWaiting(ticket);
      case TicketState.Waiting _, TicketState.Due _, TicketState.Missed _, TicketState.Held _ -> {
        draft.emit(new Event.TicketVoided(ticket.id(), command.reason()));
        yield draft.accepted();
      }
      case TicketState.Called _, TicketState.Serving _ -> notWaiting(ticket);
    };
  }

  static Decision delay(Draft draft, Actor actor, Command.DelayTicket command) {
    Decision refusal = refusal(draft, actor, command.ticket());
    if (refusal != null) {
      return refusal;
    }
    Ticket ticket = draft.state().ticket(command.ticket());
    int places = draft.state().plan().rules().phoneDelay();
    if (places == 0) {
      return refused(
          Refusal.DELAY_OFF,
          ticket.id(),
          "Expected a hall where one may stand back, but rules.phoneDelay is 0");
    }
    if (!(ticket.state() instanceof TicketState.Waiting)) {
      return notWaiting(ticket);
    }
    if (ticket.delayed()) {
      return refused(
          Refusal.DELAY_USED_UP,
          ticket.id(),
          "Expected a ticket that has not stood back yet, but %s has",
          ticket.number());
    }
    List<Rank> behind = Places.behind(draft.state(), ticket);
    if (behind.isEmpty()) {
      return refused(
          Refusal.NOBODY_BEHIND,
          ticket.id(),
          "Expected somebody behind %s to let through, but it is the last",
          ticket.number());
    }
    Places.Back back = Places.back(draft, ticket, places);
    draft.emit(new Event.TicketDelayed(ticket.id(), back.rank(), back.places()));
    return draft.accepted();
  }

  /**
   * Only live tickets, and a visitor acts on the own one alone; null when nothing stands against
   * it.
   */
  private static @Nullable Decision refusal(Draft draft, Actor actor, TicketId ticket) {
    if (draft.state().findTicket(ticket).isEmpty()) {
      return Issuing.unknown(ticket);
    }
    return actor.kind() == Actor.Kind.VISITOR && !actor.id().equals(ticket.value())
        ? refused(
            Refusal.NOT_YOUR_TICKET,
            "Expected the holder of %s, but the holder of %s asked",
            ticket.value(),
            actor.id())
        : null;
  }

  private static Decision notWaiting(Ticket ticket) {
    return refused(
        Refusal.TICKET_NOT_WAITING,
        ticket.id(),
        "Expected a ticket that waits, but %s is %s",
        ticket.number(),
        Issuing.word(ticket.state()));
  }
}
