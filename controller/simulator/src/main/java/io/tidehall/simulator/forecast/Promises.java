package io.tidehall.simulator.forecast;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The forecasts that a hall gives with its tickets, and what it learns when they are called. */
public final class Promises {
  private final Demand demand;
  private final Forecaster forecaster;
  private final Calibration calibration;
  private final Map<Integer, Promise> open = new TreeMap<>();

  /**
   * Makes promises for a hall.
   *
   * @param calibration what earlier days have taught; it goes on learning
   */
  public Promises(
      Layout layout, RoutingPolicy policy, Calibration calibration, int futures, long seed) {
    this.calibration = calibration;
    demand = new Demand(layout);
    forecaster = new Forecaster(layout, policy, demand, futures, seed);
  }

  /** What was forecast, and what was told. */
  private record Promise(Range raw, Range told) {}

  /** The arrivals of today as far as they are known. */
  public Demand demand() {
    return demand;
  }

  /** A ticket of a line was taken, whether it waits or not. */
  public void came(int line) {
    demand.came(line);
  }

  /** The range to tell somebody who has just begun to wait. */
  public Range promise(SimulatedFloor hall, int ticket, Staffing staffing) {
    Range raw = forecaster.ranges(hall, new int[] {ticket}, staffing)[0];
    Range told = calibration.calibrated(raw);
    open.put(ticket, new Promise(raw, told));
    return told;
  }

  /** A ticket was called; teaches only if something was promised for it. */
  public void called(int ticket, double wait) {
    @Nullable Promise promise = open.remove(ticket);
    if (promise != null) {
      calibration.learn(promise.raw(), promise.told(), wait);
    }
  }

  /** A day is over, and the next begins with nobody come yet. */
  public void endDay() {
    open.clear();
    calibration.endDay();
    demand.newDay();
  }
}
