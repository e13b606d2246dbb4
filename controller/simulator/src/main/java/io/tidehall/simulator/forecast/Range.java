package io.tidehall.simulator.forecast;

import java.util.Arrays;

/**
 * A wait from the issue in minutes: with 10, 50 and 90 % probability it is no longer than these.
 */
public record Range(double low, double median, double high) {
  /** The range of a ticket that does not wait. */
  public static final Range NONE = new Range(0, 0, 0);

  public boolean holds(double wait) {
    return low <= wait && wait <= high;
  }

  /** The points of a sample, which is sorted by this. */
  static Range of(double[] sample) {
    Arrays.sort(sample);
    return new Range(point(sample, 0.1), point(sample, 0.5), point(sample, 0.9));
  }

  private static double point(double[] sorted, double probability) {
    double place = probability * (sorted.length + 1) - 1;
    if (place <= 0) {
      return sorted[0];
    }
    int below = (int) place;
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  /** At least {@code least}: nobody can have waited less than they have already. */
  public Range atLeast(double least) {
    return new Range(Math.max(least, low), Math.max(least, median), Math.max(least, high));
  }
}
