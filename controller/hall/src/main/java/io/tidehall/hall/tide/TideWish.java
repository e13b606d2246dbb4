package io.tidehall.hall.tide;

/**
 * What a rule wishes for one tidal window. A wish may stand again the next minute until it is
 * followed.
 *
 * @param window its number in the {@link TideView}
 */
public record TideWish(int window, Act act, TideReason reason) {
  /** What to do with a window. */
  public enum Act {
    OPEN,
    CLOSE
  }
}
