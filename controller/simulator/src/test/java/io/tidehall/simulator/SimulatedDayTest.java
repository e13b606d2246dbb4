package io.tidehall.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Policies;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Service.Shape;
import io.tidehall.simulator.tidal.TidalRules;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedDayTest {
  @Test
  void underEveryPolicyEverybodyIsServedAndNoWindowIdlesAvoidably() {
    for (String name : new String[] {"township", "street", "city"}) {
      Layout layout = new Layout(Halls.builtIn(name));
      Customers customers = Customers.of(layout.scenario(), 11, 4);
      for (String policy : Policies.names()) {
        DayResult day = run(layout, customers, policy, TidalControl.ALWAYS);
        assertEquals(0, day.unserved(), name + " " + policy);
        assertEquals(0, day.avoidable(), 1e-9, name + " " + policy);
        for (int i = 0; i < customers.count(); i++) {
          assertTrue(day.waits()[i] >= 0);
          assertTrue(layout.serves(day.window()[i], customers.line(i)));
        }
      }
    }
  }

  @Test
  void insideALineAndClassWhoComesFirstIsCalledFirst() {
    Layout layout = new Layout(Halls.builtIn("street"));
    Customers customers = Customers.of(layout.scenario(), 2, 9);
    for (String policy : Policies.names()) {
      DayResult day = run(layout, customers, policy, TidalControl.NEVER);
      double[] last = new double[layout.lines() * layout.classes()];
      for (int i = 0; i < customers.count(); i++) {
        int queue = customers.line(i) * layout.classes() + customers.ticketClass(i);
        double called = customers.at(i) + day.waits()[i];
        assertTrue(called >= last[queue] - 1e-9, policy + ", ticket " + i);
        last[queue] = called;
      }
    }
  }

  @Test
  void whoeverWaitsWhenAClerkLeavesIsServedWhenSheIsBack() {
    Scenario hall = Halls.plain(1, 1, new Scenario.Service(Shape.CONSTANT, 5, 0));
    List<Scenario.Shift> shifts =
        List.of(new Scenario.Shift(0, 10, true), new Scenario.Shift(20, 60));
    Layout layout =
        new Layout(
            hall.withWindows(
                List.of(
                    new Scenario.WindowSpec(
                        "1", Scenario.WindowType.COMPREHENSIVE, List.of("*"), "only", shifts))));
    Customers customers =
        Customers.of(
            List.of(
                new Customers.Recorded(8, 0, 0, 5),
                new Customers.Recorded(9, 0, 0, 38),
                new Customers.Recorded(12, 0, 0, 5)));
    DayResult day = run(layout, customers, "balanced", TidalControl.ALWAYS);
    // The ticket at hand is finished; in the evening the last one is still served.
    assertArrayEquals(new double[] {0, 11, 46}, day.waits());
    assertArrayEquals(new double[] {13 + 43}, day.open(), "until 13, and from 20 to 63");
  }

  @Test
  void theSameDayComesOutTheSame() {
    Layout layout = new Layout(Halls.builtIn("city"));
    Customers customers = Customers.of(layout.scenario(), 1, 0);
    DayResult one = run(layout, customers, "balanced", tides("staffing", layout));
    DayResult two = run(layout, customers, "balanced", tides("staffing", layout));
    assertArrayEquals(one.waits(), two.waits());
    assertArrayEquals(one.openings(), two.openings());
  }

  @Test
  void whatIsMoreInOneLineShiftsNobodyInAnother() {
    Scenario hall = Halls.builtIn("township");
    Scenario surge =
        hall.withCategories(
            hall.categories().stream()
                .map(
                    it ->
                        it.id().equals("SW1")
                            ? new Scenario.Category(
                                it.id(), it.field(), 300, it.profile(), it.noShow(), it.service())
                            : it)
                .toList());
    Customers usual = Customers.of(hall, 7, 3);
    Customers more = Customers.of(surge, 7, 3);
    assertTrue(more.count() > usual.count() + 100);
    assertArrayEquals(others(usual), others(more));
  }

  private static double[] others(Customers customers) {
    int sw1 = new Layout(Halls.builtIn("township")).lineOf("SW1");
    double[] all = new double[2 * customers.count()];
    int size = 0;
    for (int i = 0; i < customers.count(); i++) {
      if (customers.line(i) != sw1) {
        all[size++] = customers.at(i);
        all[size++] = customers.service(i);
      }
    }
    return Arrays.copyOf(all, size);
  }

  @Test
  void tidalRulesOpenSeldomAndSpareHours() {
    Layout layout = new Layout(Halls.builtIn("city"));
    double always = 0;
    double staffed = 0;
    int openings = 0;
    for (int day = 0; day < 4; day++) {
      Customers customers = Customers.of(layout.scenario(), 1, day);
      DayResult all = run(layout, customers, "balanced", TidalControl.ALWAYS);
      DayResult some = run(layout, customers, "balanced", tides("staffing", layout));
      for (int window = 0; window < layout.windows(); window++) {
        if (layout.tidal(window)) {
          always += all.open()[window];
          staffed += some.open()[window];
          openings += some.openings()[window];
        }
      }
    }
    assertTrue(openings > 0 && openings <= 3 * 8 * 4, "openings " + openings);
    assertTrue(staffed > 0 && staffed < 0.9 * always, staffed + " of " + always);
  }

  private static TidalControl tides(String rule, Layout layout) {
    return TidalRules.named(rule, layout).orElseThrow();
  }

  private static DayResult run(
      Layout layout, Customers customers, String policy, TidalControl tides) {
    return SimulatedDay.run(
        layout, customers, Policies.of(PolicyPlan.of(policy)), tides, new Watcher() {}, 0);
  }
}
