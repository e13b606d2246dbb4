package io.tidehall.simulator;

import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import io.tidehall.simulator.scenario.Scenario.Service;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import io.tidehall.simulator.scenario.Scenario.WindowType;
import io.tidehall.simulator.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Halls for tests. */
public final class Halls {
  /** How long the plain hall is open, in minutes. */
  public static final double LONG = 2880;

  private Halls() {}

  public static Scenario builtIn(String name) {
    try {
      return ScenarioFile.load(name);
    } catch (BadScenarioException e) {
      throw new AssertionError(e);
    }
  }

  /** One line before equal windows, with Poisson arrivals at a constant rate a minute. */
  public static Scenario plain(int windows, double rate, Service service) {
    List<WindowSpec> specs = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      specs.add(
          new WindowSpec(
              "W" + i,
              WindowType.COMPREHENSIVE,
              List.of("*"),
              "only",
              List.of(new Shift(0, LONG))));
    }
    return new Scenario(
        "plain",
        "plain",
        0,
        LONG,
        20,
        0,
        0,
        0,
        0,
        1,
        List.of(new TicketClass("normal", 1, 0)),
        Map.of("flat", List.of(new Period(0, LONG, 1))),
        List.of(new Category("L", "only", rate * LONG, "flat", 0, service)),
        specs,
        Map.of());
  }
}
