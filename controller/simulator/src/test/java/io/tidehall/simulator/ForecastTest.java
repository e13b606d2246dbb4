package io.tidehall.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.routing.Balanced;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.day.ServiceTime;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.forecast.Calibration;
import io.tidehall.simulator.forecast.Demand;
import io.tidehall.simulator.forecast.Forecaster;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import io.tidehall.simulator.forecast.Promises;
import io.tidehall.simulator.forecast.Range;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Staffing BY_SHIFT = new Staffing(true, 5);

  @Test
  void theRangesOfAnOrdinaryHallHoldAndBeatTheRuleOfThumb() {
    Layout layout = new Layout(Halls.builtIn("township"));
    var score = new Score(layout);
    for (int day = 0; day < 24; day++) {
      score.day(Customers.of(layout.scenario(), 31, day), day);
    }
    double coverage = (double) score.covered / score.count;
    assertTrue(score.count > 1500);
    assertTrue(coverage > 0.77 && coverage < 0.83, "covered " + coverage);
    assertTrue(score.error < 0.58 * score.thumb, score.error + " of " + score.thumb);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    assertArrayEquals(crowded(9), crowded(9));
  }

  @Test
  void theFartherBehindTheLongerTheWait() {
    Range[] ranges = crowded(12);
    assertTrue(ranges[0].low() <= ranges[0].median() && ranges[0].median() <= ranges[0].high());
    assertTrue(ranges[11].median() > ranges[0].median() + 3, ranges[11].toString());
  }

  /** Two windows, both busy, and some who wait for either. */
  private static Range[] crowded(int waiting) {
    Layout layout = new Layout(Halls.plain(2, 0.3, new Service(Shape.LOGNORMAL, 5, 0.8)));
    var hall = new SimulatedFloor(layout);
    hall.clear(600);
    for (int window = 0; window < 2; window++) {
      hall.open(600, window);
      hall.occupy(598 - window, window, 0, 0);
    }
    for (int i = 0; i < waiting; i++) {
      hall.issue(600 + i * 0.1, 0, 0);
    }
    var forecaster = new Forecaster(layout, Balanced.usual(), new Demand(layout), 200, 1);
    return forecaster.ranges(hall, BY_SHIFT);
  }

  @Test
  void whatRemainsOfAServiceDependsOnHowLongItHasLasted() {
    ServiceTime time = ServiceTime.of(new Service(Shape.LOGNORMAL, 5, 0.8));
    var chance = new SplittableRandom(4);
    for (double elapsed : new double[] {1, 6, 20}) {
      double whole = 0;
      int survivors = 0;
      double remaining = 0;
      for (int i = 0; i < 400_000; i++) {
        double drawn = time.draw(chance);
        if (drawn > elapsed) {
          whole += drawn - elapsed;
          survivors++;
        }
      }
      for (int i = 0; i < 100_000; i++) {
        remaining += time.drawRemaining(chance, elapsed) / 100_000;
      }
      assertEquals(whole / survivors, remaining, 0.08 * remaining, "after " + elapsed);
    }
  }

  @Test
  void aBusyMorningTellsOfABusyDay() {
    Layout layout = new Layout(Halls.builtIn("street"));
    var demand = new Demand(layout);
    assertEquals(1, demand.factor(0, 540), 1e-9);
    for (int i = 0; i < 200; i++) {
      demand.came(0);
    }
    assertTrue(demand.factor(0, 660) > 1.3, "factor " + demand.factor(0, 660));
    assertTrue(demand.factor(1, 660) < 0.9, "factor " + demand.factor(1, 660));
  }

  @Test
  void calibrationCorrectsAForecastThatIsAlwaysTooShortAndTooSure() {
    var calibration = new Calibration();
    var chance = new SplittableRandom(8);
    var raw = new Range(9, 10, 11);
    int covered = 0;
    double bias = 0;
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i < 100; i++) {
        double wait = 14 + 4 * chance.nextGaussian();
        Range told = calibration.calibrated(raw);
        calibration.learn(raw, told, wait);
        if (day >= 5) {
          covered += told.holds(wait) ? 1 : 0;
          bias += (told.median() - wait) / 1500;
        }
      }
      calibration.endDay();
    }
    assertEquals(0.8, covered / 1500.0, 0.03);
    assertEquals(0, bias, 0.6);
    assertEquals(1400, calibration.outcomes());
  }

  /** Days of a hall with a promise to everybody who waits. */
  private static final class Score implements Watcher {
    private final Layout layout;
    private final Promises promises;
    private final Map<Integer, Range> told = new HashMap<>();
    private final Map<Integer, Double> rule = new HashMap<>();
    private int covered;
    private int count;
    private double error;
    private double thumb;

    Score(Layout layout) {
      this.layout = layout;
      promises = new Promises(layout, Balanced.usual(), new Calibration(), 40, 1);
    }

    void day(Customers customers, int number) {
      told.clear();
      DayResult day =
          SimulatedDay.run(layout, customers, Balanced.usual(), TidalControl.ALWAYS, this, number);
      promises.endDay();
      told.forEach(
          (ticket, range) -> {
            double wait = day.waits()[ticket];
            covered += range.holds(wait) ? 1 : 0;
            error += Math.abs(range.median() - wait);
            thumb += Math.abs(rule.getOrDefault(ticket, 0.0) - wait);
            count++;
          });
    }

    @Override
    public void issued(SimulatedFloor floor, int ticket) {
      promises.came(floor.line(ticket));
    }

    @Override
    public void waits(SimulatedFloor floor, int ticket) {
      int line = floor.line(ticket);
      long windows = 0;
      for (int window : layout.windowsOf(line)) {
        windows += floor.isOpen(window) ? 1 : 0;
      }
      int ahead = floor.waiting(layout.fieldOf(line)) - 1;
      rule.put(ticket, ahead * layout.work(line) / Math.max(1, windows));
      told.put(ticket, promises.promise(floor, ticket, BY_SHIFT));
    }

    @Override
    public void started(SimulatedFloor floor, int window, int ticket) {
      promises.called(ticket, floor.minute() - floor.issuedAt(ticket));
    }
  }
}
