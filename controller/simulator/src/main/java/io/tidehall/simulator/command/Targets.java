package io.tidehall.simulator.command;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Balanced;
import io.tidehall.hall.routing.OwnQueueFirst;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.compare.Comparison;
import io.tidehall.simulator.compare.Interval;
import io.tidehall.simulator.compare.Measure;
import io.tidehall.simulator.compare.Outcome;
import io.tidehall.simulator.scenario.BadScenarioException;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.ScenarioFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures what the product promises of routing, tides and forecasts, beside the promise. */
final class Targets {
  private static final RoutingPolicy BALANCED = Policies.of(PolicyPlan.of(Balanced.NAME));
  private static final int LEARN = 3;

  private final int days;
  private final long seed;
  private final PrintWriter out;
  private final List<List<String>> rows = new ArrayList<>();

  Targets(int days, long seed, PrintWriter out) {
    this.days = days;
    this.seed = seed;
    this.out = out;
  }

  void print() {
    rows.add(List.of("measure", "hall", "figure", "± 95 %", "target", ""));
    hall("township", 0.82, 1.16, 0.58);
    hall("street", 0.86, 1.10, 0.38);
    hall("city", 0.90, 1.03, 0.22);
    StringBuilder text = new StringBuilder();
    Report.align(text, rows);
    out.print(text);
    out.println();
    out.println(
        days
            + " days, seed "
            + seed
            + "; tidal windows always open unless the row says otherwise.");
  }

  private void hall(String name, double mean, double pooled, double error) {
    Scenario hall;
    try {
      hall = ScenarioFile.load(name);
    } catch (BadScenarioException e) {
      throw new IllegalStateException("expected the built-in hall " + name + " to be good", e);
    }
    List<Outcome> routing =
        run(hall, List.of(Balanced.NAME, OwnQueueFirst.NAME), "as-is", "always");
    Outcome balanced = routing.getFirst();
    Outcome own = routing.getLast();
    ratio("balanced ÷ own-queue-first, mean", name, balanced.ratio(Measure.MEAN, own), mean);
    ratio("balanced ÷ own-queue-first, p99", name, balanced.ratio(Measure.P99, own), 0.60);
    ratio(
        "balanced ÷ own-queue-first, worst field",
        name,
        balanced.ratio(Measure.WORST_FIELD, own),
        0.52);
    atMost("avoidable idle, %", name, 100 * balanced.interval(Measure.AVOIDABLE).mean(), 0);
    Outcome second = run(hall, List.of(Balanced.NAME), "second-fields", "always").getFirst();
    Outcome all = run(hall, List.of(Balanced.NAME), "pooled", "always").getFirst();
    ratio("second fields ÷ pooled, mean", name, second.ratio(Measure.MEAN, all), pooled);
    atMost("spread of window use, second fields", name, second.spreadOfUse(), 0.025);
    Outcome base = run(hall, List.of(Balanced.NAME), "second-fields", "never").getFirst();
    atMost("the same, tidal windows closed", name, base.spreadOfUse(), 0.025);
    tides(hall, name, balanced);
    ForecastScore score = ForecastScore.of(hall, BALANCED, LEARN, Math.max(2, days / 3), seed);
    atMost("forecast error ÷ people ahead × mean ÷ windows", name, score.ratio(), error);
    double coverage = 100 * score.coverage();
    row("80 % range covers, %", name, coverage, "", "78–82", coverage >= 78 && coverage <= 82);
  }

  private void tides(Scenario hall, String name, Outcome always) {
    Outcome staffing = run(hall, List.of(Balanced.NAME), "as-is", "staffing").getFirst();
    ratio("staffing rule ÷ always open, mean", name, staffing.ratio(Measure.MEAN, always), 1.02);
    ratio(
        "staffing rule ÷ always open, tidal hours",
        name,
        staffing.ratio(Measure.TIDAL_HOURS, always),
        0.67);
    Outcome threshold = run(hall, List.of(Balanced.NAME), "as-is", "threshold").getFirst();
    atMost(
        "threshold rule, openings a window and day",
        name,
        threshold.interval(Measure.OPENINGS).mean(),
        3);
  }

  private List<Outcome> run(Scenario hall, List<String> policies, String design, String tidal) {
    var choices =
        new Choices(
            (option, expected, came) -> {
              throw new IllegalStateException(option + ": expected " + expected + ", came " + came);
            });
    return Comparison.run(
        hall, choices.variants(hall, policies, List.of(design), List.of(tidal)), days, seed);
  }

  private void ratio(String measure, String hall, Interval it, double target) {
    row(measure, hall, it.mean(), number(it.half()), "≤ " + plain(target), it.mean() <= target);
  }

  private void atMost(String measure, String hall, double figure, double target) {
    row(measure, hall, figure, "", "≤ " + plain(target), figure <= target);
  }

  private void row(
      String measure, String hall, double figure, String half, String target, boolean good) {
    rows.add(List.of(measure, hall, number(figure), half, target, good ? "met" : "missed"));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%s", value);
  }
}
