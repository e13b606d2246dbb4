package io.tidehall.server.forecast;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.server.view.Outlooks.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the proposals of tidal rules will change: the rules themselves say how the hall would stand
 * if a manager approved, and both halls are run forward.
 */
final class TideEstimates {
  /** An estimate is made anew when it is older than this. */
  private static final Duration HOLDS = Duration.ofMinutes(2);

  private static final Actor SUPPOSED = Actor.manager("supposed");

  private TideEstimates() {}

  /** The estimates that are new, or other than those that stand. */
  static List<Command.EstimateTide> of(Forecasting knows, HallState state, Instant now) {
    List<Command.EstimateTide> estimates = new ArrayList<>();
    for (TidalWindow tidal : state.plan().tides().windows()) {
      Optional<TideProposal> proposal = state.tides().findProposal(tidal.window());
      if (proposal.isPresent() && proposal.get().until().isAfter(now)) {
        TideEffect known = proposal.get().effect();
        if (!fresh(known, now)) {
          TideEffect made = effect(knows, state, tidal, proposal.get(), now);
          if (made != null && !same(known, made)) {
            estimates.add(new Command.EstimateTide(proposal.get().id(), made));
          }
        }
      }
    }
    return estimates;
  }

  private static boolean fresh(@Nullable TideEffect known, Instant now) {
    return known != null
        && known.simulated()
        && known.until().isAfter(now.plus(Supposing.REACH).minus(HOLDS));
  }

  private static boolean same(@Nullable TideEffect known, TideEffect made) {
    return known != null
        && known.simulated()
        && known.before() == made.before()
        && known.after() == made.after()
        && Duration.between(known.until(), made.until()).compareTo(HOLDS.multipliedBy(5)) < 0;
  }

  private static @Nullable TideEffect effect(
      Forecasting knows, HallState state, TidalWindow tidal, TideProposal proposal, Instant now) {
    var request =
        new Request("suppose:" + proposal.id(), SUPPOSED, new Command.ApproveTide(proposal.id()));
    Hall.Step step = Hall.step(state, request, now);
    if (step.entry() == null) {
      return null;
    }
    Together together =
        new Supposing(knows, state, step.after(), now)
            .together(line -> concerns(state, tidal, line));
    return new TideEffect(together.before(), together.after(), together.until(), true);
  }

  /** Whether the window, or the one that lends its clerk, may serve a line. */
  private static boolean concerns(HallState state, TidalWindow tidal, Line line) {
    return serves(state, tidal.window(), line)
        || (tidal.lender() != null && serves(state, Objects.requireNonNull(tidal.lender()), line));
  }

  private static boolean serves(HallState state, WindowId window, Line line) {
    return state.findWindow(window).filter(it -> Eligibility.inScope(it.plan(), line)).isPresent();
  }
}
