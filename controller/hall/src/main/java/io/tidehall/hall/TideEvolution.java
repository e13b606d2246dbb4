package io.tidehall.hall;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideWish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What events do to the memory of the tidal rules. */
final class TideEvolution {
  /** How long an unanswered proposal is not made again. */
  private static final Duration AFTER_EXPIRY = Duration.ofMinutes(5);

  private TideEvolution() {}

  static HallState after(HallState state, Event event, Instant at) {
    return switch (event) {
      case Event.TidesWatched e -> {
        TideState next = state.tides().withLooked(e.minute());
        for (Event.TidesWatched.Noted noted : e.noted()) {
          next = next.with(noted.window(), next.of(noted.window()).with(noted.memory()));
        }
        yield state.withTides(next);
      }
      case Event.TideProposed e ->
          put(state, e.window(), it -> it.with(e.proposal(), TideMemory.NEVER));
      case Event.TideEstimated e -> put(state, e.window(), it -> estimated(it, e));
      case Event.TideProposalEnded e ->
          put(state, e.window(), it -> it.with(null, quietUntil(state, e.end(), at)));
      case Event.TideTurned e -> turned(state, e, minute(state, at));
      case Event.DemandForecast e -> state.withTides(state.tides().withDemand(e.forecast()));
      case Event.DayBegun _ -> state.withTides(TideState.EMPTY);
      case Event.HallConfigured _ -> state.withTides(kept(state));
      case Event.ClerkSignedIn e when tidal(state, e.window()) ->
          put(state, e.window(), it -> it.withManned(minute(state, at)));
      case Event.ClerkSignedOut e when tidal(state, e.window()) ->
          put(state, e.window(), it -> it.withManned(TideMemory.NEVER));
      default -> state;
    };
  }

  private static HallState turned(HallState state, Event.TideTurned e, double minute) {
    return put(
        state,
        e.window(),
        it -> {
          TideMemory memory =
              e.act() == TideWish.Act.OPEN
                  ? it.memory().opened(minute)
                  : it.memory().closed(minute);
          return it.with(memory).with(null, TideMemory.NEVER);
        });
  }

  private static TideState.OfWindow estimated(TideState.OfWindow it, Event.TideEstimated e) {
    TideProposal proposal = it.proposal();
    return proposal != null && proposal.id().equals(e.proposal())
        ? it.with(proposal.with(e.effect()), it.quietUntil())
        : it;
  }

  private static double quietUntil(HallState state, TideProposal.End end, Instant at) {
    double now = minute(state, at);
    return switch (end) {
      case REFUSED -> now + state.plan().tides().refusalHolds().toSeconds() / 60.0;
      case EXPIRED -> now + AFTER_EXPIRY.toMinutes();
      case WITHDRAWN -> TideMemory.NEVER;
    };
  }

  /** A window that is no longer tidal has nothing to remember. */
  private static TideState kept(HallState state) {
    TideState next = state.tides();
    for (WindowId window : List.copyOf(next.windows().keySet())) {
      next = tidal(state, window) ? next : next.without(window);
    }
    return next;
  }

  private static HallState put(
      HallState state,
      WindowId window,
      java.util.function.UnaryOperator<TideState.OfWindow> change) {
    TideState tides = state.tides();
    return state.withTides(tides.with(window, change.apply(tides.of(window))));
  }

  private static boolean tidal(HallState state, WindowId window) {
    return state.plan().tides().find(window).isPresent();
  }

  private static double minute(HallState state, Instant at) {
    return state.plan().minuteOf(state.day(), at);
  }
}
