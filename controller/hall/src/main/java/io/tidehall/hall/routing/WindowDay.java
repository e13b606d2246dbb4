package io.tidehall.hall.routing;

import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * What a window has done today.
 *
 * @param manned time with a clerk and without pauses, until {@code at}
 * @param busy time with a ticket, until {@code at}
 * @param at when its present state began, or the last of it was added up
 */
public record WindowDay(Duration manned, Duration busy, Instant at, Counts counts) {
  public static WindowDay begun(Instant at) {
    return new WindowDay(Duration.ZERO, Duration.ZERO, at, Counts.none());
  }

  /** With the time that a window spent in a state until now. */
  public WindowDay plus(Window spent, Instant now) {
    boolean worked = spent instanceof Window.Free || spent instanceof Window.Busy;
    Duration since = worked ? Duration.between(at, now) : Duration.ZERO;
    return new WindowDay(
        manned.plus(since), spent instanceof Window.Busy ? busy.plus(since) : busy, now, counts);
  }

  public WindowDay with(Counts next) {
    return new WindowDay(manned, busy, at, next);
  }

  /** The share of the manned time with a ticket, 0 to 1; of a window just manned, 0. */
  public double use() {
    return manned.isZero() ? 0 : (double) busy.toMillis() / Math.max(1, manned.toMillis());
  }
}
