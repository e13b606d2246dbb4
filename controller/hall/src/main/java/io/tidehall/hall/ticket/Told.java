package io.tidehall.hall.ticket;

/**
 * The range of the wait that the holder of a ticket was told when it was issued, in minutes.
 *
 * @param rough whether it was the closed formula's, for want of history
 */
public record Told(double low, double high, boolean rough) {
  /** A wait is much worse than told when it must be expected to end so long after the range. */
  static final double WORSE_MINUTES = 10;

  /** It is so no longer when less than this is left of it: what is said must not flicker. */
  static final double BETTER_MINUTES = 5;

  /**
   * Whether the outlook has become much worse than told.
   *
   * @param expected the whole wait in minutes as it must be expected now, what is over included
   * @param was whether it was so when last looked at
   */
  public boolean worse(double expected, boolean was) {
    return expected - high >= (was ? BETTER_MINUTES : WORSE_MINUTES);
  }
}
