package io.tidehall.simulator.compare;

import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.run.DayResult;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs variants of one hall over the same customers. */
public final class Comparison {
  private static final Watcher NOBODY = new Watcher() {};

  private Comparison() {}

  /**
   * Runs all variants over the same days.
   *
   * @param scenario whose customers come; variants may lay the hall out otherwise
   */
  public static List<Outcome> run(Scenario scenario, List<Variant> variants, int days, long seed) {
    List<List<DayResult>> results = new ArrayList<>();
    variants.forEach(_ -> results.add(new ArrayList<>()));
    for (int day = 0; day < days; day++) {
      Customers customers = Customers.of(scenario, seed, day);
      for (int i = 0; i < variants.size(); i++) {
        Variant it = variants.get(i);
        results
            .get(i)
            .add(SimulatedDay.run(it.layout(), customers, it.policy(), it.tides(), NOBODY, day));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < variants.size(); i++) {
      List<Map<Measure, Double>> values = results.get(i).stream().map(Measure::of).toList();
      outcomes.add(new Outcome(variants.get(i), values, Together.of(results.get(i))));
    }
    return outcomes;
  }
}
