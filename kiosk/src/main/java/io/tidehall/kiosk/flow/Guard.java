package io.tidehall.kiosk.flow;

import java.time.Duration;

/**
 * Keeps whoever tries PINs out: after five wrong ones nothing is taken for five minutes.
 *
 * @param wrong PINs since the last right one or lock
 * @param until when a lock ends, by the steady clock
 */
public record Guard(int wrong, long until) {
  static final Guard NONE = new Guard(0, Long.MIN_VALUE);
  static final int TRIES = 5;
  static final Duration LOCK = Duration.ofMinutes(5);

  boolean locked(long steady) {
    return steady < until;
  }

  Guard wrongAt(long steady) {
    return wrong + 1 < TRIES ? new Guard(wrong + 1, until) : new Guard(0, steady + LOCK.toMillis());
  }
}
