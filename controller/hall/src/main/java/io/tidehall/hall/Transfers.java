package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passing a ticket on to another line, window or clerk, under the same number. */
final class Transfers {
  private Transfers() {}

  static Decision transfer(
      Draft draft, Window.Busy window, Ticket ticket, Command.Transfer command) {
    HallState state = draft.state();
    Optional<Decision> nowhere =
        switch (command.to()) {
          case Command.Destination.ToLine to -> noLine(state, to.line());
          case Command.Destination.ToWindow to -> noWindow(state, to.window());
          case Command.Destination.ToClerk to -> noClerk(state, to.clerk());
        };
    if (nowhere.isPresent()) {
      return nowhere.get();
    }
    Optional<Decision> badTime = badTime(draft, ticket, command);
    if (badTime.isPresent()) {
      return badTime.get();
    }
    Lane lane =
        switch (command.to()) {
          case Command.Destination.ToLine to -> Lane.of(to.line());
          case Command.Destination.ToWindow to -> Lane.of(to.window());
          case Command.Destination.ToClerk to -> Lane.of(to.clerk());
        };
    LineId line = command.to() instanceof Command.Destination.ToLine to ? to.line() : ticket.line();
    Rank rank =
        switch (command.place()) {
          case KEEP_TIME, AT_TIME -> ticket.rank();
          case END -> Places.end(draft);
          case FRONT -> Places.front(draft, lane, ticket);
        };
    if (command.to() instanceof Command.Destination.ToLine to) {
      Splits.arriveIn(draft, ticket, to.line());
    }
    draft.emit(
        new Event.TicketTransferred(
            ticket.id(), window.id(), lane, line, rank, command.place().name(), command.at()));
    draft.freed(window.id());
    return draft.accepted();
  }

  /** A time belongs to AT_TIME alone, and lies ahead and in the hall's day. */
  private static Optional<Decision> badTime(Draft draft, Ticket ticket, Command.Transfer command) {
    Instant at = command.at();
    boolean timed = command.place() == Command.Place.AT_TIME;
    HallState state = draft.state();
    boolean good =
        at == null
            ? !timed
            : timed && at.isAfter(draft.now()) && at.isBefore(state.plan().endOf(state.day()));
    return good
        ? Optional.empty()
        : Optional.of(
            refused(
                Refusal.BAD_TIME,
                ticket.id(),
                "Expected a later time of today with AT_TIME and none otherwise, but %s and %s were"
                    + " asked for",
                command.place(),
                at == null ? "no time" : at));
  }

  /** Tickets whose time has come wait from now on; where nobody takes from their lane, in line. */
  static void callIn(Draft draft) {
    for (Ticket ticket : List.copyOf(draft.state().tickets().values())) {
      if (ticket.state() instanceof TicketState.Due due && !due.at().isAfter(draft.now())) {
        draft.emit(new Event.TicketRequeued(ticket.id(), draft.homeOf(ticket), ticket.rank()));
      }
    }
  }

  static Optional<Decision> noLine(HallState state, LineId line) {
    if (state.plan().findLine(line).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.UNKNOWN_LINE, "Expected a line of this hall, but there is no line %s", line));
    }
    if (state.windows().values().stream()
        .map(Window::plan)
        .noneMatch(plan -> plan.inService() && Eligibility.inScope(state.plan(), plan, line))) {
      return Optional.of(
          refused(
              Refusal.LINE_UNSERVED,
              "Expected a line that a window in service takes, but none takes %s",
              line));
    }
    return Optional.empty();
  }

  private static Optional<Decision> noWindow(HallState state, WindowId id) {
    Window window = state.windows().get(id);
    if (window == null) {
      return Optional.of(
          refused(
              Refusal.UNKNOWN_WINDOW,
              "Expected a window of this hall, but there is no window %s",
              id));
    }
    if (!window.plan().inService()) {
      return Optional.of(
          refused(
              Refusal.WINDOW_NOT_IN_SERVICE,
              "Expected a window that is in service, but window %s is not",
              id));
    }
    return Optional.empty();
  }

  private static Optional<Decision> noClerk(HallState state, ClerkId clerk) {
    if (state.plan().findClerk(clerk).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.UNKNOWN_CLERK,
              "Expected a clerk of this hall, but there is no badge %s",
              clerk));
    }
    return Optional.empty();
  }
}
