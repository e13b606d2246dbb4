package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
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
 * away, and the refusal says what to do first; a window whose entry in the plan has not changed
 * keeps the setup the manager gave it.
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
    Optional<Decision> cut = cutShort(draft, plan);
    if (cut.isPresent()) {
      return cut.get();
    }
    boolean first = state.seq() == 0;
    draft.emit(new Event.HallConfigured(plan));
    Optional<Decision> stranded = Together.stranded(state, draft.state());
    if (stranded.isPresent()) {
      return stranded.get();
    }
    if (first) {
      draft.emit(new Event.DayBegun(plan.dayAt(draft.now())));
    }
    for (Window window : List.copyOf(draft.state().windows().values())) {
      if (!window.plan().inService()) {
        draft.sendHome(window.id());
        if (!(window instanceof Window.Busy)) {
          draft.freed(window.id());
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
                  + " missing: sign out there first",
              open.id()));
    }
    if (plan.findClerk(open.post().clerk()).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.PLAN_IN_USE,
              "Expected clerk %s in the new plan, since she is signed in at window %s, but she is"
                  + " missing: sign her out first",
              open.post().clerk(),
              open.id()));
    }
    return Optional.empty();
  }

  private static Optional<Decision> needed(HallPlan plan, Ticket ticket) {
    for (LineId line : ticket.lines()) {
      if (plan.findLine(line).isEmpty()) {
        return Optional.of(
            refused(
                Refusal.PLAN_IN_USE,
                ticket.id(),
                "Expected line %s in the new plan, since ticket %s is still live, but it is"
                    + " missing: serve the ticket or void it first",
                line,
                ticket.number()));
      }
    }
    for (Further further : ticket.further()) {
      if (plan.findLine(further.line()).isEmpty()) {
        return Optional.of(
            refused(
                Refusal.PLAN_IN_USE,
                ticket.id(),
                "Expected line %s in the new plan, since ticket %s has a further item there, but it"
                    + " is missing: end its service or drop the item first",
                further.line(),
                ticket.number()));
      }
    }
    return bound(plan, ticket);
  }

  /** Another time zone or roll-over may not end a day on which somebody is still here. */
  private static Optional<Decision> cutShort(Draft draft, HallPlan plan) {
    HallState state = draft.state();
    boolean somebody =
        !state.tickets().isEmpty()
            || state.windows().values().stream().anyMatch(it -> it instanceof Window.Open);
    return state.seq() > 0 && somebody && !draft.now().isBefore(plan.endOf(state.day()))
        ? Optional.of(
            refused(
                Refusal.PLAN_IN_USE,
                "Expected zone and rollOver of the new plan to let the hall's day %s go on, since"
                    + " somebody is still here, but by it the day ended at %s: wait for the end of"
                    + " the day",
                state.day(),
                plan.local(plan.endOf(state.day()))))
        : Optional.empty();
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
                  + " missing: serve the ticket or pass it on first",
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
