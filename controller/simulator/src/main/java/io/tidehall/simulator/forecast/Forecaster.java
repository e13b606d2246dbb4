package io.tidehall.simulator.forecast;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Chance;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;

/**
 * Forecasts the waits of waiting tickets by running the hall forward many times. The same hall and
 * the same number of the question give the same answer. Not for several threads.
 */
public final class Forecaster {
  private static final double HORIZON = 24 * 60;

  private final int futures;
  private final long seed;
  private final Ahead ahead;
  private long asked;

  /**
   * Makes a forecaster.
   *
   * @param futures how many futures each forecast runs; 40 is enough for a slip, more for a report
   */
  public Forecaster(Layout layout, RoutingPolicy policy, Demand demand, int futures, long seed) {
    this.futures = futures;
    this.seed = seed;
    ahead = new Ahead(layout, policy, demand);
  }

  /** What a forecast has to know besides the hall itself. */
  public record Staffing(boolean tidalByShift, double lag) {}

  /** The range of each of the given waiting tickets, in their order, before calibration. */
  public Range[] ranges(SimulatedFloor hall, int[] tickets, Staffing staffing) {
    double[][] waits = new double[tickets.length][futures];
    double until = hall.minute() + HORIZON;
    var chance = Chance.stream(seed, asked++, "futures", 0);
    for (int future = 0; future < futures; future++) {
      double[] called =
          ahead.run(hall, tickets, staffing.tidalByShift(), staffing.lag(), until, chance.split());
      for (int i = 0; i < tickets.length; i++) {
        double at = called[tickets[i]];
        waits[i][future] = (Double.isNaN(at) ? until : at) - hall.issuedAt(tickets[i]);
      }
    }
    Range[] ranges = new Range[tickets.length];
    for (int i = 0; i < tickets.length; i++) {
      ranges[i] = Range.of(waits[i]);
    }
    return ranges;
  }

  /** The range of every waiting ticket. */
  public Range[] ranges(SimulatedFloor hall, Staffing staffing) {
    return ranges(hall, hall.waitingTickets(), staffing);
  }
}
