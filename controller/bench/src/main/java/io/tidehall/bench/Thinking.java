package io.tidehall.bench;

import io.tidehall.hall.routing.Balanced;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.forecast.Demand;
import io.tidehall.simulator.forecast.Forecaster;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import io.tidehall.simulator.run.SimulatedDay;
import io.tidehall.simulator.run.Watcher;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.ScenarioFile;
import io.tidehall.simulator.tidal.TidalRules;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long the hall thinks: (f) a routing decision, (g) a forecast, (h) a simulated day. */
final class Thinking {
  private static final String CITY = "city";
  private static final int FUTURES = 40;
  private static final long SEED = 7;
  private static final double DECISION_MICROS = 50;
  private static final double FORECAST_MILLIS = 1_000;
  private static final double DAY_MILLIS = 300;
  private static final Staffing BY_RULE = new Staffing(false, 5);

  private Thinking() {}

  /** (f): the mean of JMH in microseconds. */
  static List<Figure> decisions(Sizes sizes) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(RoutingDecision.class.getName() + "\\..*")
            .forks(sizes.forks())
            .warmupIterations(sizes.iterations())
            .warmupTime(TimeValue.milliseconds(sizes.iterationMillis()))
            .measurementIterations(sizes.iterations())
            .measurementTime(TimeValue.milliseconds(sizes.iterationMillis()))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    List<Figure> figures = new ArrayList<>();
    for (RunResult it : new Runner(options).run()) {
      boolean whole = it.getParams().getBenchmark().endsWith("decide");
      double micros = it.getPrimaryResult().getScore();
      figures.add(
          new Figure(
              whole ? "(f) the whole call-next command, by JMH" : name(),
              micros,
              "us",
              null,
              "",
              whole ? "told only" : "<= 50 us",
              whole ? null : micros <= DECISION_MICROS,
              sizes.iterations()));
    }
    return figures;
  }

  private static String name() {
    return "(f) a routing decision, %d windows, %d waiting, by JMH"
        .formatted(CityHall.WINDOWS, CityHall.WAITING);
  }

  /** (g): the moment of a city day at which the most wait, with 40 futures for each of them. */
  static Figure forecast(Sizes sizes) throws BadScenarioException {
    var layout = new Layout(ScenarioFile.load(CITY));
    var fullest = new Fullest(layout);
    day(layout, 0, fullest);
    var demand = new Demand(layout);
    fullest.come.forEach(demand::came);
    var forecaster = new Forecaster(layout, Balanced.usual(), demand, FUTURES, SEED);
    var sample = new Sample();
    for (int round = -sizes.forecasts(); round < sizes.forecasts(); round++) {
      long began = System.nanoTime();
      int ranges = forecaster.ranges(fullest.hall, BY_RULE).length;
      long time = System.nanoTime() - began;
      if (ranges != fullest.hall.waiting()) {
        throw new IllegalStateException("expected a range for each who waits, got " + ranges);
      }
      if (round >= 0) {
        sample.add(time);
      }
    }
    double millis = sample.millis(0.5);
    return new Figure(
        "(g) a forecast for all %d waiting, city hall".formatted(fullest.hall.waiting()),
        millis,
        "ms",
        null,
        "",
        "<= 1000 ms",
        millis <= FORECAST_MILLIS,
        sample.count());
  }

  /** (h): a whole city day with its tidal windows under the staffing rule. */
  static Figure cityDay(Sizes sizes) throws BadScenarioException {
    var layout = new Layout(ScenarioFile.load(CITY));
    var sample = new Sample();
    int visitors = 0;
    for (int day = -sizes.days(); day < sizes.days(); day++) {
      long began = System.nanoTime();
      int came = day(layout, day, new Watcher() {});
      if (day >= 0) {
        sample.add(System.nanoTime() - began);
        visitors += came;
      }
    }
    double millis = sample.millis(0.5);
    return new Figure(
        "(h) a simulated city day, %d visitors".formatted(visitors / sizes.days()),
        millis,
        "ms",
        null,
        "",
        "<= 300 ms",
        millis <= DAY_MILLIS,
        sample.count());
  }

  /** Draws and plays a day; tells how many came. */
  private static int day(Layout layout, long day, Watcher watcher) {
    var customers = Customers.of(layout.scenario(), SEED, day);
    var tides = TidalRules.named("staffing", layout).orElseThrow();
    SimulatedDay.run(layout, customers, Balanced.usual(), tides, watcher, day);
    return customers.count();
  }

  /** Keeps the hall as it stood when the most waited. */
  private static final class Fullest implements Watcher {
    private final SimulatedFloor hall;
    private final List<Integer> come = new ArrayList<>();
    private final List<Integer> all = new ArrayList<>();

    Fullest(Layout layout) {
      hall = new SimulatedFloor(layout);
    }

    @Override
    public void issued(SimulatedFloor floor, int ticket) {
      all.add(floor.line(ticket));
      if (floor.waiting() > hall.waiting()) {
        hall.copyFrom(floor);
        come.clear();
        come.addAll(all);
      }
    }
  }
}
