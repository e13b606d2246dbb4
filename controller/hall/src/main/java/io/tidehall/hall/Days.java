package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.LocalDate;
import java.util.List;

/** Configuration and the passing of time: the day's roll-over, and ratings that lapse. */
final class Days {
  /** Why tickets are void that still waited when the day ended. */
  static final String DAY_END = "day-end";

  private Days() {}

  static Decision configure(Draft draft, Command.Configure command) {
    HallPlan plan = command.plan();
    HallState state = draft.state();
    if (Policies.find(plan.rules().policy()).isEmpty()) {
      return refused(
          Refusal.UNKNOWN_POLICY,
          "Expected rules.policy to be one of %s, but it is '%s'",
          Policies.names(),
          plan.rules().policy());
    }
    for (Window window : state.windows().values()) {
      if (window instanceof Window.Open
          && plan.windows().stream().noneMatch(it -> it.id().equals(window.id()))) {
        return refused(
            Refusal.PLAN_IN_USE,
            "Expected window %s in the new plan, since a clerk is signed in there, but it is missing",
            window.id());
      }
    }
    for (Ticket ticket : state.tickets().values()) {
      if (plan.findLine(ticket.line()).isEmpty()) {
        return refused(
            Refusal.PLAN_IN_USE,
            "Expected line %s in the new plan, since ticket %s is still live, but it is missing",
            ticket.line(),
            ticket.number());
      }
    }
    boolean first = state.seq() == 0;
    draft.emit(new Event.HallConfigured(plan));
    if (first) {
      draft.emit(new Event.DayBegun(plan.dayAt(draft.now())));
    }
    return draft.accepted();
  }

  static Decision passTime(Draft draft) {
    for (OpenRating rating : List.copyOf(draft.state().ratings().values())) {
      if (!rating.closesAt().isAfter(draft.now())) {
        draft.emit(new Event.RatingClosed(rating.service()));
      } else if (rating.stage() == OpenRating.Stage.INVITED
          && !rating.silentAt().isAfter(draft.now())) {
        draft.emit(new Event.RatingSilent(rating.service()));
      }
    }
    return draft.accepted();
  }

  /** Ends the hall's day if it is over: what waits is void, windows close, numbers start anew. */
  static void rollOver(Draft draft) {
    LocalDate today = draft.state().plan().dayAt(draft.now());
    if (!today.isAfter(draft.state().day())) {
      return;
    }
    for (Ticket ticket : List.copyOf(draft.state().tickets().values())) {
      if (ticket.state() instanceof TicketState.Waiting
          || ticket.state() instanceof TicketState.Missed) {
        draft.emit(new Event.TicketVoided(ticket.id(), DAY_END));
      }
    }
    for (Window window : List.copyOf(draft.state().windows().values())) {
      if (window instanceof Window.Open open && !(window instanceof Window.Busy)) {
        draft.emit(new Event.ClerkSignedOut(open.id(), open.post().clerk()));
      }
    }
    draft.emit(new Event.DayBegun(today));
  }
}
