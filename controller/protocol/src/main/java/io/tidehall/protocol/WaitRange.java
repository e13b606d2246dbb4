package io.tidehall.protocol;

/**
 * A waiting time people can believe: a range in whole minutes, never a point.
 *
 * @param low minutes, at least 0
 * @param high minutes, at least {@code low}
 * @param rough true while the hall has no history to judge by
 */
public record WaitRange(int low, int high, boolean rough) {
  /** Minutes; nobody plans further ahead. */
  public static final int LONGEST = 6_000;

  public WaitRange {
    low = Check.within("low", low, 0, LONGEST);
    high = Check.within("high", high, low, LONGEST);
  }
}
