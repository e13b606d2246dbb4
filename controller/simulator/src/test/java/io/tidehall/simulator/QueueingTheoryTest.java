package io.tidehall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.routing.LongestWait;
import io.tidehall.simulator.compare.Interval;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known exactly about queues, the simulator must find. */
class QueueingTheoryTest {
  private static final int DAYS = 60;
  private static final int SEEDS = 8;
  private static final double WARM = 480;

  @Test
  void oneExponentialWindowWaitsAsErlangSays() {
    double rho = 0.7;
    holds(Halls.plain(1, rho, new Service(Shape.EXPONENTIAL, 1, 0)), rho / (1 - rho));
  }

  @Test
  void severalExponentialWindowsWaitAsErlangCSays() {
    int windows = 4;
    double load = 3.2;
    holds(
        Halls.plain(windows, load / 3, new Service(Shape.EXPONENTIAL, 3, 0)),
        erlangC(windows, load) * 3 / (windows - load));
  }

  @Test
  void oneWindowWithAnyServiceWaitsAsPollaczekAndKhinchineSay() {
    double rate = 0.65;
    for (double cv : new double[] {0, 0.8, 1.3}) {
      double expected = rate * (1 + cv * cv) / (2 * (1 - rate));
      holds(Halls.plain(1, rate, new Service(Shape.LOGNORMAL, 1, cv)), expected);
    }
  }

  @Test
  void everyTicketWaitsExactlyAsKieferAndWolfowitzSay() {
    for (int windows : new int[] {1, 3, 11}) {
      Scenario hall = Halls.plain(windows, windows * 0.23, new Service(Shape.LOGNORMAL, 4, 0.9));
      Customers customers = Customers.of(hall, 5, windows);
      double[] free = new double[windows];
      DayResult day = run(hall, customers);
      assertTrue(customers.count() > 500);
      for (int i = 0; i < customers.count(); i++) {
        Arrays.sort(free);
        double start = Math.max(customers.at(i), free[0]);
        free[0] = start + customers.service(i);
        assertEquals(start - customers.at(i), day.waits()[i], 0.0, "ticket " + i);
      }
    }
  }

  /** Of eight independent 95 % intervals, fewer than six that hold would be one run in 170. */
  private static void holds(Scenario hall, double expected) {
    int held = 0;
    List<Interval> all = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Interval found = measured(hall, seed);
      all.add(found);
      held += found.holds(expected) ? 1 : 0;
      assertTrue(found.half() < 0.1 * found.mean(), () -> "too wide to tell anything: " + found);
    }
    assertTrue(held >= SEEDS - 2, "expected " + expected + ", but it is " + all);
  }

  private static Interval measured(Scenario hall, long seed) {
    double[] means = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      Customers customers = Customers.of(hall, seed, day);
      DayResult result = run(hall, customers);
      double sum = 0;
      int count = 0;
      for (int i = 0; i < customers.count(); i++) {
        if (customers.at(i) > WARM) {
          sum += result.waits()[i];
          count++;
        }
      }
      means[day] = sum / count;
    }
    return Interval.of(means);
  }

  private static DayResult run(Scenario hall, Customers customers) {
    return SimulatedDay.run(
        new Layout(hall), customers, new LongestWait(), TidalControl.ALWAYS, new Watcher() {}, 0);
  }

  private static double erlangC(int windows, double load) {
    double term = 1;
    double sum = 1;
    for (int i = 1; i < windows; i++) {
      term *= load / i;
      sum += term;
    }
    double all = term * load / windows * windows / (windows - load);
    return all / (sum + all);
  }
}
