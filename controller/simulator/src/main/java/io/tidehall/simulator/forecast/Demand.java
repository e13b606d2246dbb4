package io.tidehall.simulator.forecast;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * What a hall knows of today's arrivals: its profile, and how many have come so far. A field's
 * volume today is the usual one times a factor; the factor's distribution is a gamma one, narrowed
 * by every hour of counting (gamma and Poisson are conjugate).
 */
public final class Demand {
  private static final double LEAST_CV = 0.05;

  private final Layout layout;
  private final double[] boundaries;
  private final double[][] rate;
  private final double[][] cumulated;
  private final int[] come;
  private final double shape;

  public Demand(Layout layout) {
    this.layout = layout;
    boundaries =
        layout.scenario().profiles().values().stream()
            .flatMap(List::stream)
            .flatMapToDouble(it -> Arrays.stream(new double[] {it.from(), it.to()}))
            .distinct()
            .sorted()
            .toArray();
    rate = new double[layout.lines()][Math.max(0, boundaries.length - 1)];
    cumulated = new double[layout.lines()][boundaries.length];
    for (int line = 0; line < layout.lines(); line++) {
      fill(line);
    }
    come = new int[layout.fields().size()];
    double day = layout.scenario().dayCv();
    double field = layout.scenario().fieldDayCv();
    double cv =
        Math.max(LEAST_CV, Math.sqrt(day * day + field * field + day * day * field * field));
    shape = 1 / (cv * cv);
  }

  private void fill(int line) {
    Category category = layout.scenario().categories().get(line);
    List<Period> periods = layout.scenario().profiles().getOrDefault(category.profile(), List.of());
    double total = periods.stream().mapToDouble(it -> it.length() * it.weight()).sum();
    for (int i = 0; i < rate[line].length; i++) {
      for (Period period : periods) {
        if (period.from() <= boundaries[i] && boundaries[i + 1] <= period.to()) {
          rate[line][i] += category.daily() * period.weight() / total;
        }
      }
      cumulated[line][i + 1] =
          cumulated[line][i] + rate[line][i] * (boundaries[i + 1] - boundaries[i]);
    }
  }

  /** A new day: nobody has come yet. */
  public void newDay() {
    Arrays.fill(come, 0);
  }

  /** A ticket of a line was taken. */
  public void came(int line) {
    come[layout.fieldOf(line)]++;
  }

  /** How much busier than usual a field is today, as far as can be known by {@code now}. */
  public double factor(int field, double now) {
    return (shape + come[field]) / (shape + usual(field, now));
  }

  /** A factor that may be today's, for each field. */
  void drawFactors(SplittableRandom chance, double now, double[] into) {
    UniformRandomProvider numbers = chance::nextLong;
    for (int field = 0; field < into.length; field++) {
      into[field] =
          AhrensDieterMarsagliaTsangGammaSampler.of(
                  numbers, shape + come[field], 1 / (shape + usual(field, now)))
              .sample();
    }
  }

  /** The minutes of work that a line is expected to bring between two times of today. */
  public double work(int line, double now, double from, double to) {
    return factor(layout.fieldOf(line), now)
        * (usualOf(line, to) - usualOf(line, from))
        * layout.work(line);
  }

  private double usual(int field, double until) {
    double sum = 0;
    for (int line : layout.linesOfField(field)) {
      sum += usualOf(line, until);
    }
    return sum;
  }

  private double usualOf(int line, double until) {
    if (boundaries.length == 0 || until <= boundaries[0]) {
      return 0;
    }
    int i = segment(until);
    return i == rate[line].length
        ? cumulated[line][i]
        : cumulated[line][i] + rate[line][i] * (until - boundaries[i]);
  }

  /** The segment that holds a time at or after the first boundary. */
  private int segment(double time) {
    int found = Arrays.binarySearch(boundaries, time);
    return found >= 0 ? found : -found - 2;
  }

  int segments() {
    return Math.max(0, boundaries.length - 1);
  }

  /** The first segment that ends after a time; {@link #segments} when all have ended. */
  int segmentEndingAfter(double time) {
    int i = 0;
    while (i < segments() && boundaries[i + 1] <= time) {
      i++;
    }
    return i;
  }

  double begin(int segment) {
    return boundaries[segment];
  }

  double end(int segment) {
    return boundaries[segment + 1];
  }

  /** Usual tickets a minute of a line in a segment. */
  double rate(int line, int segment) {
    return rate[line][segment];
  }
}
