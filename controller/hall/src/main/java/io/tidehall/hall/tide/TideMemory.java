package io.tidehall.hall.tide;

/**
 * What a rule remembers of one tidal window from one minute to the next. Times are minutes of the
 * hall's day; {@link #NEVER} where there is none.
 *
 * @param aboveSince since when the window has been wanted without a break
 * @param belowSince since when it has been dispensable without a break
 * @param openedAt when it was last asked to open
 * @param closedAt when it was last asked to close
 * @param openings how often it was asked to open today
 */
public record TideMemory(
    double aboveSince, double belowSince, double openedAt, double closedAt, int openings) {
  /** No such time today. */
  public static final double NEVER = -1;

  /** The memory at the beginning of a day. */
  public static final TideMemory FRESH = new TideMemory(NEVER, NEVER, NEVER, NEVER, 0);

  /** The same memory when the window is wanted, or dispensable, or neither, at {@code minute}. */
  public TideMemory noting(boolean above, boolean below, double minute) {
    double nextAbove = !above ? NEVER : aboveSince == NEVER ? minute : aboveSince;
    double nextBelow = !below ? NEVER : belowSince == NEVER ? minute : belowSince;
    return nextAbove == aboveSince && nextBelow == belowSince
        ? this
        : new TideMemory(nextAbove, nextBelow, openedAt, closedAt, openings);
  }

  /** After the window was asked to open. */
  public TideMemory opened(double minute) {
    return new TideMemory(NEVER, NEVER, minute, closedAt, openings + 1);
  }

  /** After the window was asked to close, or closed by itself when its clerk left. */
  public TideMemory closed(double minute) {
    return new TideMemory(NEVER, NEVER, openedAt, minute, openings);
  }

  /** Whether at least {@code minutes} have passed since {@code time}; true where there is none. */
  static boolean past(double time, double minutes, double now) {
    return time == NEVER || now - time >= minutes;
  }
}
