package io.tidehall.hall;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
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
    int before = 0;
    int after = 0;
    for (LineId line : window.plan().lines()) {
      before = Math.max(before, high(state, state.windows(), line));
      after = Math.max(after, high(state, state.windows().plus(window.id(), then), line));
    }
    return before == 0 && after == 0
        ? Optional.empty()
        : Optional.of(new TideEffect(before, after, now.plus(REACH), false));
  }

  private static int high(HallState state, TreePMap<WindowId, Window> windows, LineId line) {
    return Outlook.of(state.plan(), windows, state.queues(), line).map(Outlook::high).orElse(0);
  }
}
