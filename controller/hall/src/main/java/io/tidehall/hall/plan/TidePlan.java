package io.tidehall.hall.plan;

import io.tidehall.hall.tide.DemandForecast;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The hall's tidal windows.
 *
 * @param windows earlier ones open first and close last
 * @param lag from asking for a window to its first call
 * @param answerWithin how long a proposal waits for a manager
 * @param refusalHolds how long a refused proposal is not made again
 * @param demand what a mean day brings
 */
public record TidePlan(
    List<TidalWindow> windows,
    Duration lag,
    Duration answerWithin,
    Duration refusalHolds,
    DemandForecast demand) {
  /** No tidal window has a rule. */
  public static final TidePlan NONE = of(List.of(), DemandForecast.NONE);

  public TidePlan {
    windows = List.copyOf(windows);
  }

  /** With the usual times: 5 minutes to man a window, 10 to answer, 30 after a refusal. */
  public static TidePlan of(List<TidalWindow> windows, DemandForecast demand) {
    return new TidePlan(
        windows, Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30), demand);
  }

  public Optional<TidalWindow> find(WindowId window) {
    return windows.stream().filter(it -> it.window().equals(window)).findFirst();
  }
}
