package io.tidehall.simulator.compare;

import java.util.List;
import java.util.Map;

/**
 * What a variant came to: every measure on every day.
 *
 * @param values by day
 * @param together what is measured of all days together
 */
public record Outcome(Variant variant, List<Map<Measure, Double>> values, Together together) {
  /** A measure on every day. */
  public double[] days(Measure measure) {
    return values.stream().mapToDouble(day -> day.getOrDefault(measure, 0.0)).toArray();
  }

  public Interval interval(Measure measure) {
    return Interval.of(days(measure));
  }

  /** This measure as a multiple of another variant's on the same days. */
  public Interval ratio(Measure measure, Outcome other) {
    return Interval.ratio(days(measure), other.days(measure));
  }
}
