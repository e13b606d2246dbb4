package io.tidehall.kiosk.flow;

import java.time.Duration;

/**
 * Keeps whoever tries PINs out: after five wrong ones nothing is taken for five minutes.
 *
 * @param wrong PINs since the last right one or lock
 * @param until when a lock ends, by the steady clock
 */
public record Guard(int wrong, long until) {
  public static final Guard NONE = new Guard(0, Long.MIN_VALUE);
  static final int TRIES = 5;
  static final Duration LOCK = Duration.ofMinutes(5);

  /**
   * What was remembered over a restart.
   *
   * @param left of a lock; more than a whole one is one, however long a wrong clock makes it
   */
  public static Guard of(int wrong, Duration left, long steady) {
    Duration lock = left.compareTo(LOCK) > 0 ? LOCK : left;
    return new Guard(
        Math.clamp(wrong, 0, TRIES - 1),
        lock.isPositive() ? steady + lock.toMillis() : Long.MIN_VALUE);
  }

  boolean locked(long steady) {
    return steady < until;
  }

  /** How many wrong PINs are taken before the next lock. */
  public int tries() {
    return TRIES - wrong;
  }

  /** What is left of a lock; nothing without one. */
  public Duration left(long steady) {
    return locked(steady) ? Duration.ofMillis(until - steady) : Duration.ZERO;
  }

  Guard wrongAt(long steady) {
    return wrong + 1 < TRIES ? new Guard(wrong + 1, until) : new Guard(0, steady + LOCK.toMillis());
  }
}
