package io.tidehall.hall;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.LongestWaitFirst;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: the events so far, and the state as it will be after them. Lives for
 * one call of {@link Hall#decide} only.
 */
final class Draft {
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private HallState state;

  Draft(HallState state, Instant now) {
    this.state = state;
    this.now = now;
  }

  HallState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  void emit(Event event) {
    events.add(event);
    state = Evolution.evolve(state, event, now);
  }

  Decision accepted() {
    return new Decision.Accepted(events, false);
  }

  static Decision.Refused refused(Refusal refusal, String because, Object... arguments) {
    return new Decision.Refused(refusal, String.format(Locale.ROOT, because, arguments), null);
  }

  static Decision.Refused refused(
      Refusal refusal, @Nullable TicketId ticket, String because, Object... arguments) {
    return new Decision.Refused(refusal, String.format(Locale.ROOT, because, arguments), ticket);
  }

  RoutingPolicy policy() {
    return Policies.find(state.plan().rules().policy()).orElseGet(LongestWaitFirst::new);
  }

  void call(Window.Open window, Ticket ticket, Reason reason) {
    int ahead =
        ticket.state() instanceof TicketState.Waiting(Lane lane, Rank rank)
            ? state.queues().lane(lane).headMap(rank).size()
            : 0;
    emit(
        new Event.TicketCalled(
            ticket.id(), ticket.line(), window.id(), window.post().clerk(), reason, ahead));
  }

  /**
   * Where a ticket goes that comes back: to its lane, or to its line when nobody at work takes from
   * that lane.
   */
  Lane homeOf(Ticket ticket) {
    boolean taken =
        state.windows().values().stream()
            .anyMatch(
                window ->
                    window instanceof Window.Open open
                        && open.plan().inService()
                        && Eligibility.mayServe(open, ticket.lane()));
    return taken ? ticket.lane() : Lane.of(ticket.line());
  }

  /** A window out of service takes nobody: who was sent to it goes back into the line, by age. */
  void sendHome(WindowId window) {
    for (Map.Entry<Rank, TicketId> waiting : state.queues().lane(Lane.of(window)).entrySet()) {
      Ticket ticket = state.ticket(waiting.getValue());
      emit(new Event.TicketRequeued(ticket.id(), Lane.of(ticket.line()), waiting.getKey()));
    }
  }

  /** A window whose ticket is gone closes now if it was told to close. */
  void closeIfDue(WindowId id) {
    if (state.windows().get(id) instanceof Window.Open open && !open.plan().inService()) {
      emit(new Event.ClerkSignedOut(id, open.post().clerk()));
    }
  }

  /**
   * Gives waiting tickets to the windows that asked for one. After it no window that asked is
   * without a ticket while an eligible one waits.
   */
  void settle() {
    while (true) {
      List<Window.Free> asking = asking();
      if (asking.isEmpty()) {
        return;
      }
      Optional<Map.Entry<Lane, TicketId>> oldest = oldestFor(asking);
      if (oldest.isEmpty()) {
        return;
      }
      Lane lane = oldest.get().getKey();
      List<Window.Free> ready =
          asking.stream().filter(window -> Eligibility.mayServe(window, lane)).toList();
      var choice = policy().windowFor(lane, ready, now);
      call(choice.window(), state.ticket(oldest.get().getValue()), choice.reason());
    }
  }

  private List<Window.Free> asking() {
    return state.windows().values().stream()
        .filter(Window.Free.class::isInstance)
        .map(Window.Free.class::cast)
        .filter(Window.Free::asked)
        .toList();
  }

  private Optional<Map.Entry<Lane, TicketId>> oldestFor(List<Window.Free> asking) {
    Map.@Nullable Entry<Lane, TicketId> found = null;
    Rank best = null;
    for (Lane lane : state.queues().lanes().keySet()) {
      if (asking.stream().noneMatch(window -> Eligibility.mayServe(window, lane))) {
        continue;
      }
      var head = state.queues().head(lane);
      if (head.isPresent() && (best == null || head.get().getKey().compareTo(best) < 0)) {
        best = head.get().getKey();
        found = Map.entry(lane, head.get().getValue());
      }
    }
    return Optional.ofNullable(found);
  }
}
