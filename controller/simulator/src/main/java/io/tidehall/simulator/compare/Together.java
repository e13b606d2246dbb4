package io.tidehall.simulator.compare;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.DayResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is measured of all days together, as if they were one long day.
 *
 * @param p99 what 1 % of all tickets wait longer than
 * @param worstField the mean wait of the field that waits the longest on the whole
 * @param spreadOfUse the deviation among base windows of the share of their open time in which they
 *     had a ticket
 * @param spreadAmongDedicated the same among dedicated windows alone
 * @param mostOpenings how often one tidal window was asked to open on one day, at the most
 */
public record Together(
    double p99,
    double worstField,
    double spreadOfUse,
    double spreadAmongDedicated,
    int mostOpenings) {
  static Together of(List<DayResult> days) {
    Layout layout = days.getFirst().layout();
    double[] waits =
        days.stream()
            .flatMapToDouble(it -> Arrays.stream(it.waits()))
            .filter(it -> !Double.isNaN(it))
            .sorted()
            .toArray();
    int most = days.stream().flatMapToInt(it -> Arrays.stream(it.openings())).max().orElse(0);
    return new Together(
        Measure.point(waits, 0.99),
        Measure.worstField(days),
        spreadOfUse(days, window -> !layout.tidal(window)),
        spreadOfUse(days, layout::dedicated),
        most);
  }

  static double spreadOfUse(List<DayResult> days, IntPredicate which) {
    double[] use =
        IntStream.range(0, days.getFirst().layout().windows())
            .filter(which)
            .filter(window -> minutes(days, window, DayResult::open) > 0)
            .mapToDouble(
                window ->
                    minutes(days, window, DayResult::busy) / minutes(days, window, DayResult::open))
            .toArray();
    double mean = DoubleStream.of(use).average().orElse(0);
    return Math.sqrt(DoubleStream.of(use).map(it -> (it - mean) * (it - mean)).average().orElse(0));
  }

  private static double minutes(List<DayResult> days, int window, ByWindow of) {
    return days.stream().mapToDouble(it -> of.minutes(it)[window]).sum();
  }

  @FunctionalInterface
  private interface ByWindow {
    double[] minutes(DayResult day);
  }
}
