package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Further;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.Optional;

/**
 * Laying the hall out anew while it runs. What a clerk or a live ticket still needs cannot be taken
 * away; a window whose entry in the plan has not changed keeps the setup the manager gave it.
 */
final class Configuring {
  private Configuring() {}

  static Decision configure(Draft draft, Command.Configure command) {
    HallPlan plan = command.plan();
    HallState state = draft.state();
    Optional<Decision> badPolicy = Steer.problem("rules.policy", plan.rules().chosenPolicy());
    if (badPolicy.isPresent()) {
      return badPolicy.get();
    }
    for (Window window : state.windows().values()) {
      Optional<Decision> used = staffed(plan, window);
      if (used.isPresent()) {
        return used.get();
      }
    }
    for (Ticket ticket : state.tickets().values()) {
      Optional<Decision> used = needed(plan, ticket);
      if (used.isPresent()) {
        return used.get();
      }
    }
    boolean first = state.seq() == 0;
    draft.emit(new Event.HallConfigured(plan));
    if (first) {
      draft.emit(new Event.DayBegun(plan.dayAt(draft.now())));
    }
    for (Window window : List.copyOf(draft.state().windows().values())) {
      if (!window.plan().inService()) {
        draft.sendHome(window.id());
        if (!(window instanceof Window.Busy)) {
          draft.closeIfDue(window.id());
        }
      }
    }
    return draft.accepted();
  }

  private static Optional<Decision> staffed(HallPlan plan, Window window) {
    if (!(window instanceof Window.Open open)) {
      return Optional.empty();
    }
    if (plan.findWindow(open.id()).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.PLAN_IN_USE,
              "Expected window %s in the new plan, since a clerk is signed in there, but it is"
                  + " missing",
              open.id()));
    }
    if (plan.findClerk(open.post().clerk()).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.PLAN_IN_USE,
              "Expected clerk %s in the new plan, since she is signed in at window %s, but she is"
                  + " missing",
              open.post().clerk(),
              open.id()));
    }
    return Optional.empty();
  }

  private static Optional<Decision> needed(HallPlan plan, Ticket ticket) {
    if (plan.findLine(ticket.line()).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.PLAN_IN_USE,
              ticket.id(),
              "Expected line %s in the new plan, since ticket %s is still live, but it is missing",
              ticket.line(),
              ticket.number()));
    }
    for (Further further : ticket.further()) {
      if (plan.findLine(further.line()).isEmpty()) {
        return Optional.of(
            refused(
                Refusal.PLAN_IN_USE,
                ticket.id(),
                "Expected line %s in the new plan, since ticket %s has a further item there, but it"
                    + " is missing",
                further.line(),
                ticket.number()));
      }
    }
    return bound(plan, ticket);
  }

  private static Optional<Decision> bound(HallPlan plan, Ticket ticket) {
    boolean papersGone =
        ticket.state() instanceof TicketState.Held held
            && !held.kind().anyWindow()
            && plan.findWindow(held.window()).isEmpty();
    boolean laneGone =
        (ticket.state() instanceof TicketState.Waiting || ticket.state() instanceof TicketState.Due)
            && !leads(plan, ticket.lane());
    if (papersGone || laneGone) {
      return Optional.of(
          refused(
              Refusal.PLAN_IN_USE,
              ticket.id(),
              "Expected the window or clerk that ticket %s is bound for in the new plan, but it is"
                  + " missing",
              ticket.number()));
    }
    return Optional.empty();
  }

  private static boolean leads(HallPlan plan, Lane lane) {
    return switch (lane.kind()) {
      case LINE -> true;
      case WINDOW -> plan.findWindow(new WindowId(lane.id())).isPresent();
      case CLERK -> plan.clerks().stream().anyMatch(clerk -> clerk.id().value().equals(lane.id()));
    };
  }
}
