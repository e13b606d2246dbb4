package io.tidehall.hall;

import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.LocalDate;
import java.util.List;

/** The passing of time: the day's roll-over, ratings that lapse, and windows that call. */
final class Days {
  /** Why tickets are void that still waited, and slips given up, when the day ended. */
  static final String DAY_END = "day-end";

  private Days() {}

  static Decision passTime(Draft draft) {
    for (OpenRating rating : List.copyOf(draft.state().ratings().values())) {
      if (!rating.closesAt().isAfter(draft.now())) {
        draft.emit(new Event.RatingClosed(rating.service()));
      } else if (rating.stage() == OpenRating.Stage.INVITED
          && !rating.silentAt().isAfter(draft.now())) {
        draft.emit(new Event.RatingSilent(rating.service()));
      }
    }
    Transfers.callIn(draft);
    Steer.callDue(draft);
    TideWatch.look(draft);
    return draft.accepted();
  }

  /**
   * Ends the hall's day if it is over: what waits is void, windows close, slips of dead tickets are
   * given up, numbers start anew.
   */
  static void rollOver(Draft draft) {
    LocalDate today = draft.state().plan().dayAt(draft.now());
    if (!today.isAfter(draft.state().day())) {
      return;
    }
    for (Ticket ticket : List.copyOf(draft.state().tickets().values())) {
      if (ticket.state() instanceof TicketState.Waiting
          || ticket.state() instanceof TicketState.Due
          || ticket.state() instanceof TicketState.Missed) {
        draft.emit(new Event.TicketVoided(ticket.id(), DAY_END));
      }
    }
    for (Window window : List.copyOf(draft.state().windows().values())) {
      if (window instanceof Window.Open open && !(window instanceof Window.Busy)) {
        draft.emit(new Event.ClerkSignedOut(open.id(), open.post().clerk()));
      }
    }
    BookingDesk.endDay(draft, today);
    TideWatch.endDay(draft);
    for (PendingSlip slip : List.copyOf(draft.state().slips().values())) {
      var ticket = slip.ticket();
      if (ticket == null || draft.state().findTicket(ticket).isEmpty()) {
        draft.emit(new Event.SlipEnded(slip.job(), Command.SlipEnd.UNKNOWN, DAY_END));
      }
    }
    draft.emit(new Event.DayBegun(today));
  }
}
