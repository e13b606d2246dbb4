package io.tidehall.hall;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.Tide;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.hall.tide.TideStep;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.tide.Tides;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the tidal rules once a minute while the hall is open, or about to be. */
final class TideWatch {
  private static final Duration EACH = Duration.ofMinutes(1);

  /** How long before the hall opens the rules are first asked: windows must be manned by then. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final TideReason DAY_END = TideReason.manual(Days.DAY_END);

  private TideWatch() {}

  /** When the rules are to be asked next; empty while no tidal window has a rule. */
  static Optional<Instant> nextLook(HallState state) {
    if (!ruled(state)) {
      return Optional.empty();
    }
    Instant next =
        state.tides().looked() == TideMemory.NEVER
            ? later(state.at(), state.plan().endOf(state.day().minusDays(1)))
            : instant(state, state.tides().looked()).plus(EACH);
    return awake(state, next)
        ? Optional.of(next)
        : state
            .plan()
            .nextChange(next)
            .map(change -> change.atZone(java.time.ZoneId.of(state.plan().zone())).toInstant())
            .map(change -> change.minus(AHEAD));
  }

  static void look(Draft draft) {
    HallState state = draft.state();
    if (nextLook(state).filter(due -> !due.isAfter(draft.now())).isEmpty()) {
      return;
    }
    double minute = state.plan().minuteOf(state.day(), draft.now());
    if (!awake(state, draft.now())) {
      // The controller was off when it should have looked: look ahead from here.
      draft.emit(new Event.TidesWatched(minute, List.of()));
      return;
    }
    var view = new HallTideView(state, draft.now());
    List<TidalWindow> tidal = tidal(state);
    List<Tide> tides = new ArrayList<>();
    List<TideMemory> memories = new ArrayList<>();
    for (TidalWindow window : tidal) {
      tides.add(new Tide(view.indexOf(window.window()), window.rule()));
      memories.add(state.tides().of(window.window()).memory());
    }
    TideStep step = Tides.step(view, tides, memories);
    List<Event.TidesWatched.Noted> noted = new ArrayList<>();
    for (int i = 0; i < tidal.size(); i++) {
      TideMemory next = step.memories().get(i);
      if (!next.equals(memories.get(i))) {
        noted.add(new Event.TidesWatched.Noted(tidal.get(i).window(), next));
      }
    }
    draft.emit(new Event.TidesWatched(minute, noted));
    for (TidalWindow window : tidal) {
      endStale(draft, window.window(), step.wishes(), view);
    }
    for (TideWish wish : step.wishes()) {
      WindowId window = view.window(wish.window());
      follow(draft, state.plan().tides().find(window).orElseThrow(), wish, minute);
    }
  }

  /** At the end of the day every tidal window is closed again, and nothing is proposed. */
  static void endDay(Draft draft) {
    for (TidalWindow tidal : draft.state().plan().tides().windows()) {
      WindowId window = tidal.window();
      draft
          .state()
          .tides()
          .findProposal(window)
          .ifPresent(it -> end(draft, window, it, TideProposal.End.EXPIRED));
      boolean opened =
          draft.state().tides().of(window).memory().openedAt() != TideMemory.NEVER
              && draft.state().findWindow(window).filter(it -> it.plan().inService()).isPresent();
      if (opened) {
        TideTurn.close(draft, window, DAY_END, "", "");
      }
    }
  }

  private static void follow(Draft draft, TidalWindow tidal, TideWish wish, double minute) {
    WindowId window = tidal.window();
    boolean opens = wish.act() == TideWish.Act.OPEN;
    TideState.OfWindow known = draft.state().tides().of(window);
    if (tidal.automatic()) {
      if (opens) {
        TideTurn.open(draft, window, wish.reason(), "", "");
      } else {
        TideTurn.close(draft, window, wish.reason(), "", "");
      }
    } else if (known.proposal() == null && minute >= known.quietUntil()) {
      TidePlan plan = draft.state().plan().tides();
      draft.emit(
          new Event.TideProposed(
              window,
              new TideProposal(
                  "tide-" + (draft.state().seq() + 1) + "-" + window,
                  wish.act(),
                  wish.reason(),
                  TideOutlook.of(draft.state(), tidal, opens, draft.now()).orElse(null),
                  draft.now().plus(plan.answerWithin()))));
    }
  }

  /** A proposal ends that nobody has answered in time, or whose reason has gone. */
  private static void endStale(
      Draft draft, WindowId window, List<TideWish> wishes, HallTideView view) {
    Optional<TideProposal> waiting = draft.state().tides().findProposal(window);
    if (waiting.isEmpty()) {
      return;
    }
    TideProposal proposal = waiting.get();
    boolean stands =
        wishes.stream()
            .anyMatch(it -> it.act() == proposal.act() && view.window(it.window()).equals(window));
    if (!stands) {
      end(draft, window, proposal, TideProposal.End.WITHDRAWN);
    } else if (!proposal.until().isAfter(draft.now())) {
      end(draft, window, proposal, TideProposal.End.EXPIRED);
    }
  }

  private static void end(
      Draft draft, WindowId window, TideProposal proposal, TideProposal.End end) {
    draft.emit(new Event.TideProposalEnded(window, proposal.id(), end, "", ""));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static boolean ruled(HallState state) {
    return tidal(state).stream().anyMatch(it -> !(it.rule() instanceof TideRule.Manual));
  }

  private static List<TidalWindow> tidal(HallState state) {
    return state.plan().tides().windows().stream()
        .filter(it -> state.windows().containsKey(it.window()))
        .toList();
  }

  private static boolean awake(HallState state, Instant at) {
    HallPlan plan = state.plan();
    return plan.openAt(at)
        || plan.openAt(at.plus(AHEAD))
        || tidal(state).stream().anyMatch(it -> state.window(it.window()).plan().inService());
  }

  private static Instant instant(HallState state, double minute) {
    return state
        .day()
        .atStartOfDay()
        .atZone(java.time.ZoneId.of(state.plan().zone()))
        .toInstant()
        .plusMillis(Math.round(minute * 60_000));
  }
}
