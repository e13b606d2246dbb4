package io.tidehall.simulator.compare;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** A mean over days and half the width of its 95 % confidence interval (Student's t). */
public record Interval(double mean, double half) {
  /** Of independent days; without a width for fewer than two. */
  public static Interval of(double[] days) {
    double mean = DoubleStream.of(days).average().orElse(0);
    if (days.length < 2) {
      return new Interval(mean, Double.NaN);
    }
    double variance =
        DoubleStream.of(days).map(it -> (it - mean) * (it - mean)).sum() / (days.length - 1);
    double t = TDistribution.of(days.length - 1).inverseCumulativeProbability(0.975);
    return new Interval(mean, t * Math.sqrt(variance / days.length));
  }

  /**
   * Of the ratio of two means over the same days (the ratio estimator of survey sampling: what the
   * days have in common does not widen it).
   */
  public static Interval ratio(double[] days, double[] others) {
    double mean = DoubleStream.of(days).average().orElse(0);
    double other = DoubleStream.of(others).average().orElse(0);
    double ratio = mean / other;
    double[] residuals = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      residuals[i] = (days[i] - ratio * others[i]) / other;
    }
    return new Interval(ratio, of(residuals).half());
  }

  public boolean holds(double value) {
    return Math.abs(value - mean) <= half;
  }
}
