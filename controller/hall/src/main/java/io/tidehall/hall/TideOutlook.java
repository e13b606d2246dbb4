package io.tidehall.hall;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/** What a proposal changes by the closed workload formula, until somebody knows better. */
final class TideOutlook {
  private static final Duration REACH = Duration.ofHours(1);

  private TideOutlook() {}

  static Optional<TideEffect> of(HallState state, TidalWindow tidal, boolean opens, Instant now) {
    Window window = state.window(tidal.window());
    ClerkId clerk = tidal.reserve() == null ? new ClerkId("reserve") : tidal.reserve();
    Window then =
        opens
            ? new Window.Free(window.plan().withInService(true), new Post(clerk, null), now, false)
            : new Window.Closed(window.plan());
    TreePMap<WindowId, Window> windows = state.windows().plus(window.id(), then);
    Optional<Window> lender =
        Optional.ofNullable(tidal.lender())
            .flatMap(state::findWindow)
            .filter(it -> it.plan().inService() == opens);
    windows = lender.isEmpty() ? windows : lent(windows, lender.get(), opens, clerk, now);
    int before = 0;
    int after = 0;
    for (LineId line : lines(state, window, lender)) {
      Optional<Outlook> was = outlook(state, state.windows(), line);
      Optional<Outlook> will = outlook(state, windows, line);
      if (was.isEmpty() || will.isEmpty()) {
        // Where nobody serves there is no wait to compare with: none is no wait of nothing.
        return Optional.empty();
      }
      before = Math.max(before, was.get().high());
      after = Math.max(after, will.get().high());
    }
    return before == 0 && after == 0
        ? Optional.empty()
        : Optional.of(new TideEffect(before, after, now.plus(REACH), false));
  }

  /** The lender is without its clerk while the tidal window is open, and has her back after. */
  private static TreePMap<WindowId, Window> lent(
      TreePMap<WindowId, Window> windows,
      Window lender,
      boolean opens,
      ClerkId clerk,
      Instant now) {
    WindowPlan plan = lender.plan().withInService(!opens);
    Window then =
        opens ? new Window.Closed(plan) : new Window.Free(plan, new Post(clerk, null), now, false);
    return windows.plus(lender.id(), then);
  }

  /** The lines of both windows that the act changes. */
  private static List<LineId> lines(HallState state, Window window, Optional<Window> lender) {
    return state.plan().lines().stream()
        .filter(
            line ->
                Eligibility.inScope(window.plan(), line)
                    || lender.filter(it -> Eligibility.inScope(it.plan(), line)).isPresent())
        .map(Line::id)
        .toList();
  }

  private static Optional<Outlook> outlook(
      HallState state, TreePMap<WindowId, Window> windows, LineId line) {
    return Outlook.of(state.plan(), windows, state.queues(), line, Rank.LAST);
  }
}
