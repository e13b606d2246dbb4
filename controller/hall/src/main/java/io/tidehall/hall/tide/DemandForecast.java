package io.tidehall.hall.tide;

import java.util.List;

/**
 * How many visitors a day is expected to bring to each line, and when they come.
 *
 * @param lines the lines that something is known of
 * @param profile the arrival rate by period relative to the others, in order; a flat rate from 8:30
 *     to 17:30 when empty
 */
public record DemandForecast(List<LineDemand> lines, List<Period> profile) {
  /** Nothing is known: rules see only what waits. */
  public static final DemandForecast NONE = new DemandForecast(List.of(), List.of());

  /** How sure the forecast of a day is: the weight of this many visitors seen. */
  private static final double CERTAINTY = 20;

  private static final List<Period> FLAT = List.of(new Period(510, 1050, 1));

  public DemandForecast {
    lines = List.copyOf(lines);
    profile = List.copyOf(profile);
  }

  /**
   * What a line expects.
   *
   * @param daily visitors on a mean day
   */
  public record LineDemand(String line, double daily) {
    public LineDemand {
      if (!(daily >= 0)) {
        throw new IllegalArgumentException(
            "expected the visitors of line "
                + line
                + " a day to be zero or more, but it is "
                + daily);
      }
    }
  }

  /** A part of the day in minutes since midnight with its relative arrival rate. */
  public record Period(double from, double to, double weight) {
    public Period {
      if (!(from < to) || !(weight >= 0)) {
        throw new IllegalArgumentException(
            "expected a period that ends after its start with a weight of zero or more, but it is "
                + from
                + " to "
                + to
                + " with "
                + weight);
      }
    }
  }

  /** Visitors of a line expected between two minutes of a mean day; 0 for an unknown line. */
  public double expected(String line, double from, double to) {
    for (LineDemand known : lines) {
      if (known.line().equals(line)) {
        return known.daily() * share(from, to);
      }
    }
    return 0;
  }

  /**
   * How today compares to a mean day in a line, judged by who has come so far; near 1 early in the
   * day (the posterior mean of a gamma factor with Poisson arrivals).
   */
  public double factor(String line, double now, int seen) {
    return (CERTAINTY + seen) / (CERTAINTY + expected(line, 0, now));
  }

  private double share(double from, double to) {
    double part = 0;
    double whole = 0;
    for (Period period : profile.isEmpty() ? FLAT : profile) {
      whole += (period.to() - period.from()) * period.weight();
      double overlap = Math.min(to, period.to()) - Math.max(from, period.from());
      part += overlap > 0 ? overlap * period.weight() : 0;
    }
    return whole > 0 ? part / whole : 0;
  }
}
