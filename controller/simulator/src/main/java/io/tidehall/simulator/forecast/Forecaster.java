package io.tidehall.simulator.forecast;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Chance;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Forecasts the waits of waiting tickets by running the hall forward many times. The same hall and
 * the same number of the question give the same answer. Not for several threads.
 */
public final class Forecaster {
  private static final double HORIZON = 24 * 60;
  private static final int LEAST = 10;

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
    return ranges(hall, tickets, staffing, asked++);
  }

  /**
   * The same for a question with a number: two halls that are asked the same meet the same futures,
   * so that what differs is what sets them apart.
   */
  public Range[] ranges(SimulatedFloor hall, int[] tickets, Staffing staffing, long question) {
    double[][] waits = new double[tickets.length][futures];
    var terms = terms(hall, staffing);
    var chance = chance(question);
    for (int future = 0; future < futures; future++) {
      double[] called = ahead.run(hall, tickets, terms, chance.split());
      for (int i = 0; i < tickets.length; i++) {
        double at = called[tickets[i]];
        waits[i][future] = (Double.isNaN(at) ? terms.until() : at) - hall.issuedAt(tickets[i]);
      }
    }
    Range[] ranges = new Range[tickets.length];
    for (int i = 0; i < tickets.length; i++) {
      ranges[i] = Range.of(waits[i]);
    }
    return ranges;
  }

  /**
   * The range of the waits of all who wait in some lines now, or come to them by a time, taken
   * together; {@link Range#NONE} when nobody does. A quarter of the futures is enough, since each
   * brings the waits of many.
   *
   * @param lines which of the layout's lines
   * @param upTo in minutes since midnight
   */
  public Range together(
      SimulatedFloor hall, boolean[] lines, double upTo, Staffing staffing, long question) {
    DoubleStream.Builder waits = DoubleStream.builder();
    var chance = chance(question);
    for (int future = 0; future < Math.max(LEAST, futures / 4); future++) {
      ahead.run(hall, lines, upTo, terms(hall, staffing), chance.split(), waits);
    }
    double[] all = waits.build().toArray();
    return all.length == 0 ? Range.NONE : Range.of(all);
  }

  private SplittableRandom chance(long question) {
    return Chance.stream(seed, question, "futures", 0);
  }

  private static Ahead.Terms terms(SimulatedFloor hall, Staffing staffing) {
    return new Ahead.Terms(staffing.tidalByShift(), staffing.lag(), hall.minute() + HORIZON);
  }

  /** The range of every waiting ticket. */
  public Range[] ranges(SimulatedFloor hall, Staffing staffing) {
    return ranges(hall, hall.waitingTickets(), staffing);
  }
}
