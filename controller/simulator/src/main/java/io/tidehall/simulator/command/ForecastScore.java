package io.tidehall.simulator.command;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.forecast.Calibration;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import io.tidehall.simulator.forecast.Promises;
import io.tidehall.simulator.forecast.Range;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the promised waits lie from what came, beside "people ahead × mean ÷ windows": the people
 * of the same field, the usual time of the line, and the open windows that serve it. Of tickets
 * that wait; in a large hall of every so many of them.
 */
final class ForecastScore implements Watcher {
  private static final int FUTURES = 40;
  private static final double LAG = 5;

  /** So many tickets of a usual day are looked at, or all of them if there are fewer. */
  private static final double LOOKED_AT = 300;

  private final Layout layout;
  private final Promises promises;
  private final int every;
  private final Map<Integer, Range> told = new TreeMap<>();
  private final Map<Integer, Double> rule = new TreeMap<>();
  private double error;
  private double ruleError;
  private int covered;
  private int count;

  private ForecastScore(Layout layout, RoutingPolicy policy) {
    this.layout = layout;
    promises = new Promises(layout, policy, new Calibration(), FUTURES, 1);
    double daily = layout.scenario().categories().stream().mapToDouble(Category::daily).sum();
    every = (int) Math.max(1, Math.round(daily / LOOKED_AT));
  }

  /** Scores some days after some others in which it only learns. */
  static ForecastScore of(Scenario hall, RoutingPolicy policy, int learn, int days, long seed) {
    var score = new ForecastScore(new Layout(hall), policy);
    for (int day = 0; day < learn + days; day++) {
      DayResult result =
          SimulatedDay.run(
              score.layout, Customers.of(hall, seed, day), policy, TidalControl.ALWAYS, score, day);
      score.endDay(result, day >= learn);
    }
    return score;
  }

  @Override
  public void issued(SimulatedFloor floor, int ticket) {
    promises.came(floor.line(ticket));
  }

  @Override
  public void waits(SimulatedFloor floor, int ticket) {
    if (ticket % every != 0) {
      return;
    }
    int line = floor.line(ticket);
    int windows = 0;
    for (int window : layout.windowsOf(line)) {
      windows += floor.isOpen(window) ? 1 : 0;
    }
    int ahead = floor.waiting(layout.fieldOf(line)) - 1;
    rule.put(ticket, ahead * layout.work(line) / Math.max(1, windows));
    told.put(ticket, promises.promise(floor, ticket, new Staffing(true, LAG)));
  }

  @Override
  public void started(SimulatedFloor floor, int window, int ticket) {
    promises.called(ticket, floor.minute() - floor.issuedAt(ticket));
  }

  private void endDay(DayResult result, boolean counts) {
    promises.endDay();
    if (counts) {
      told.forEach(
          (ticket, range) -> {
            double wait = result.waits()[ticket];
            error += Math.abs(range.median() - wait);
            ruleError += Math.abs(rule.getOrDefault(ticket, 0.0) - wait);
            covered += range.holds(wait) ? 1 : 0;
            count++;
          });
    }
    told.clear();
    rule.clear();
  }

  double ratio() {
    return error / ruleError;
  }

  double coverage() {
    return (double) covered / Math.max(1, count);
  }
}
