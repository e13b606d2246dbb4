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
import io.tidehall.simulator.compare.Together;
import io.tidehall.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures what the product promises of routing, tides and forecasts, beside the promise: in each
 * hall with several seeds, and the worst of them.
 */
final class Targets {
  private static final RoutingPolicy BALANCED = Policies.of(PolicyPlan.of(Balanced.NAME));
  private static final String HELPS_OLDEST = OwnQueueFirst.NAME;
  private static final String HELPS_LONGEST = OwnQueueFirst.NAME + ":longest=1";
  private static final int LEARN = 4;
  private static final int SCORE_AT_LEAST = 3;

  private final int days;
  private final long firstSeed;
  private final int seeds;
  private final List<List<String>> rows = new ArrayList<>();

  Targets(int days, long firstSeed, int seeds) {
    this.days = days;
    this.firstSeed = firstSeed;
    this.seeds = seeds;
    rows.add(List.of("measure", "hall", "mean", "± 95 %", "worst", "target", ""));
  }

  /**
   * What is promised of one hall.
   *
   * @param mean wait as a multiple of own-queue-first
   * @param pooled wait with second fields as a multiple of the pooled hall
   * @param error of forecasts as a multiple of people ahead × mean ÷ windows
   * @param staffing whether the staffing rule is promised here
   */
  record Promise(double mean, double pooled, double error, boolean staffing) {}

  /** Measures a hall with every seed. */
  void add(Scenario hall, Promise promise) {
    Map<String, Row> all = new LinkedHashMap<>();
    for (List<Row> seed :
        IntStream.range(0, seeds)
            .parallel()
            .mapToObj(it -> rows(hall, promise, days, firstSeed + it))
            .toList()) {
      seed.forEach(row -> all.merge(row.measure(), row, Row::with));
    }
    all.values().forEach(it -> rows.add(it.cells(hall.name())));
  }

  /** The table, with what it is of. */
  String table() {
    StringBuilder text = new StringBuilder();
    Report.align(text, rows);
    return text.append('\n')
        .append(seeds)
        .append(seeds == 1 ? " seed" : " seeds")
        .append(" from ")
        .append(firstSeed)
        .append(", ")
        .append(days)
        .append(days == 1 ? " day" : " days")
        .append(" each; tidal windows always open unless the row says otherwise.\n")
        .append("met: with every seed; on average: in the mean over seeds.")
        .toString();
  }

  private static List<Row> rows(Scenario hall, Promise promise, int days, long seed) {
    var of = new OneSeed(hall, days, seed);
    List<Row> all = new ArrayList<>();
    List<Outcome> routing =
        of.run(List.of(Balanced.NAME, HELPS_OLDEST, HELPS_LONGEST), "as-is", "always");
    Outcome balanced = routing.getFirst();
    against("÷ own queue, then oldest: ", balanced, routing.get(1), promise.mean(), all);
    against("÷ own queue, then longest: ", balanced, routing.get(2), promise.mean(), all);
    all.add(atMost("avoidable idle, %", 0, 100 * balanced.interval(Measure.AVOIDABLE).mean()));
    Outcome second = of.run("second-fields", "always");
    double ofPooled = mean(second) / mean(of.run("pooled", "always"));
    all.add(atMost("second fields ÷ pooled, mean", promise.pooled(), ofPooled));
    all.add(atMost("spread of use, second fields", 0.025, second.together().spreadOfUse()));
    double among = second.together().spreadAmongDedicated();
    all.add(told("the same among dedicated windows", among));
    double closed = of.run("second-fields", "never").together().spreadOfUse();
    all.add(told("the same, tidal windows closed", closed));
    tides(of, promise, balanced, all);
    int score = Math.max(SCORE_AT_LEAST, days / 2);
    ForecastScore forecasts = ForecastScore.of(hall, BALANCED, LEARN, score, seed);
    all.add(atMost("forecast error ÷ simple rule", promise.error(), forecasts.ratio()));
    all.add(new Row("80 % range covers, %", 78, 82, List.of(100 * forecasts.coverage())));
    return all;
  }

  private static void against(
      String what, Outcome balanced, Outcome own, double mean, List<Row> to) {
    to.add(atMost(what + "mean", mean, mean(balanced) / mean(own)));
    to.add(atMost(what + "p99 by day", 0.60, balanced.ratio(Measure.P99, own).mean()));
    double p99 = balanced.together().p99() / own.together().p99();
    to.add(atMost(what + "p99 in all", 0.60, p99));
    double worst = balanced.ratio(Measure.WORST_FIELD, own).mean();
    to.add(atMost(what + "worst field by day", 0.52, worst));
    double whole = balanced.together().worstField() / own.together().worstField();
    to.add(atMost(what + "worst field in all", 0.52, whole));
  }

  private static void tides(OneSeed of, Promise promise, Outcome always, List<Row> to) {
    Outcome staffing = of.run("as-is", "staffing");
    double wait = mean(staffing) / mean(always);
    double hours = staffing.ratio(Measure.TIDAL_HOURS, always).mean();
    String waits = "staffing rule ÷ always open, mean";
    String at = "staffing rule ÷ always open, hours";
    to.add(promise.staffing() ? atMost(waits, 1.02, wait) : told(waits, wait));
    to.add(promise.staffing() ? atMost(at, 0.67, hours) : told(at, hours));
    Together threshold = of.run("as-is", "threshold").together();
    to.add(atMost("threshold rule, most openings", 3, threshold.mostOpenings()));
  }

  private static double mean(Outcome outcome) {
    return outcome.interval(Measure.MEAN).mean();
  }

  private static Row atMost(String measure, double most, double figure) {
    return new Row(measure, Double.NEGATIVE_INFINITY, most, List.of(figure));
  }

  private static Row told(String measure, double figure) {
    return new Row(measure, Double.NaN, Double.NaN, List.of(figure));
  }

  /** A measure in words with its figures by seed, and the bounds promised; NaN for none. */
  private record Row(String measure, double least, double most, List<Double> figures) {
    Row with(Row other) {
      List<Double> both = new ArrayList<>(figures);
      both.addAll(other.figures());
      return new Row(measure, least, most, both);
    }

    List<String> cells(String hall) {
      Interval over = Interval.of(figures.stream().mapToDouble(it -> it).toArray());
      double worst = figures.getFirst();
      for (double it : figures) {
        worst = badness(it) > badness(worst) ? it : worst;
      }
      String target =
          Double.isNaN(most)
              ? ""
              : least > 0 ? plain(least) + "–" + plain(most) : "≤ " + plain(most);
      String verdict =
          target.isEmpty()
              ? ""
              : badness(worst) <= 0 ? "met" : badness(over.mean()) <= 0 ? "on average" : "missed";
      return List.of(
          measure, hall, number(over.mean()), number(over.half()), number(worst), target, verdict);
    }

    /** How far a figure lies outside the bounds; negative inside. Without bounds: the figure. */
    private double badness(double figure) {
      return Double.isNaN(most) ? figure : Math.max(figure - most, least - figure);
    }
  }

  /** Days of a hall with the customers of one seed. */
  private record OneSeed(Scenario hall, int days, long seed) {
    List<Outcome> run(List<String> policies, String design, String tidal) {
      var choices =
          new Choices(
              (option, expected, came) -> {
                throw new IllegalStateException(
                    option + ": expected " + expected + ", came " + came);
              });
      return Comparison.run(
          hall, choices.variants(hall, policies, List.of(design), List.of(tidal)), days, seed);
    }

    Outcome run(String design, String tidal) {
      return run(List.of(Balanced.NAME), design, tidal).getFirst();
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
