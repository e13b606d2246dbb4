package io.tidehall.hall;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.HallFloor;
import io.tidehall.hall.routing.HallFloor.Standing;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.routing.Router;
import io.tidehall.hall.routing.Router.Pick;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.AfterTicket;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    return Policies.of(state.steering().policy());
  }

  /** Calls the ticket that the policy gives a free window; false when nobody waits for it. */
  boolean callNext(Window.Free window) {
    HallFloor floor = state.floor(now);
    HallFloor.Manned stand = floor.stand(window);
    Pick pick = Router.pick(policy(), floor, stand);
    if (pick == null) {
      return false;
    }
    call(floor, stand, pick, pick.preference().because(pick.queue()));
    return true;
  }

  /** A call that the policy did not choose. */
  void call(Window.Open window, Ticket ticket, Reason reason) {
    call(window, ticket, reason, 0, List.of());
  }

  private void call(
      Window.Open window,
      Ticket ticket,
      Reason reason,
      double score,
      List<Event.RunnerUp> runnersUp) {
    int ahead =
        ticket.state() instanceof TicketState.Waiting(Lane lane, Rank rank)
            ? state.queues().lane(lane).headMap(rank).size()
            : 0;
    emit(
        new Event.TicketCalled(
            ticket.id(),
            ticket.line(),
            window.id(),
            window.post().clerk(),
            reason,
            ahead,
            score,
            runnersUp));
    Fair.tellOvertaken(this, ticket, window.id(), reason);
  }

  /** A call of the ticket that the policy chose, with what it was compared to. */
  private void call(HallFloor floor, HallFloor.Manned window, Pick pick, Reason reason) {
    List<Event.RunnerUp> runnersUp =
        Router.runnersUp(floor, window, pick).stream()
            .map(
                it ->
                    new Event.RunnerUp(
                        ((Standing) it.queue()).first(),
                        Math.round(Router.age(floor, it.queue()) * 60),
                        rounded(it.score())))
            .toList();
    call(
        window.window(),
        state.ticket(((Standing) pick.queue()).first()),
        reason,
        rounded(pick.score()),
        runnersUp);
  }

  private static double rounded(double minutes) {
    return Math.rint(minutes * 100) / 100;
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
                        && Eligibility.mayServe(state.plan(), open, ticket.lane()));
    return taken ? ticket.lane() : Lane.of(ticket.line());
  }

  /** A window out of service takes nobody: who was sent to it goes back into the line, by age. */
  void sendHome(WindowId window) {
    for (Map.Entry<Rank, TicketId> waiting : state.queues().lane(Lane.of(window)).entrySet()) {
      Ticket ticket = state.ticket(waiting.getValue());
      emit(new Event.TicketRequeued(ticket.id(), Lane.of(ticket.line()), waiting.getKey()));
    }
  }

  /** A window whose ticket is gone does what was arranged, or closes if it was told to close. */
  void freed(WindowId id) {
    if (!(state.windows().get(id) instanceof Window.Open open)) {
      return;
    }
    AfterTicket after = open.post().after();
    if (after != null) {
      Borrowing.after(this, open, after);
    }
    if (state.windows().get(id) instanceof Window.Open still && !still.plan().inService()) {
      emit(new Event.ClerkSignedOut(id, still.post().clerk()));
    }
  }

  /**
   * Gives waiting tickets to the windows that asked for one. After it no window that asked is
   * without a ticket while an eligible one waits. When several windows could take the oldest
   * ticket, the nearest one by the policy chooses; and it may well choose another.
   */
  void settle() {
    while (true) {
      List<Window.Free> asking = asking();
      if (asking.isEmpty()) {
        return;
      }
      Optional<Standing> oldest = oldestFor(asking);
      if (oldest.isEmpty()) {
        return;
      }
      Standing queue = oldest.get();
      HallFloor floor = state.floor(now);
      List<HallFloor.Manned> ready =
          asking.stream()
              .filter(
                  window -> Eligibility.mayServe(state.plan(), window, state.ticket(queue.first())))
              .map(floor::stand)
              .toList();
      HallFloor.Manned chosen = Router.windowFor(policy(), queue, ready);
      Pick pick = Objects.requireNonNull(Router.pick(policy(), floor, chosen));
      Standing taken = (Standing) pick.queue();
      Reason reason =
          taken.first().equals(queue.first())
              ? Router.because(policy(), queue, chosen, ready)
              : pick.preference().because(taken);
      call(floor, chosen, pick, reason);
    }
  }

  private List<Window.Free> asking() {
    List<Window.Free> asking = new ArrayList<>();
    for (Window window : state.windows().values()) {
      if (window instanceof Window.Free free && free.asked()) {
        asking.add(free);
      }
    }
    return asking;
  }

  /** The queue of the oldest ticket that an asking window may serve. */
  private Optional<Standing> oldestFor(List<Window.Free> asking) {
    HallFloor floor = state.floor(now);
    Standing oldest = null;
    for (Window.Free window : asking) {
      for (Standing queue : floor.stand(window).queues()) {
        if (oldest == null || queue.rank().compareTo(oldest.rank()) < 0) {
          oldest = queue;
        }
      }
    }
    return Optional.ofNullable(oldest);
  }
}
