package io.tidehall.simulator.compare;

import io.tidehall.simulator.run.DayResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is measured of a day; of several days the mean over days is told. */
public enum Measure {
  MEAN("mean", "min", 1),
  MEDIAN("p50", "min", 1),
  P90("p90", "min", 1),
  P99("p99", "min", 1),
  TOO_LONG("too long", "%", 100),
  WORST_FIELD("worst field", "min", 1),
  SPREAD_OF_USE("use sd", "", 1),
  IDLE_WHILE_WAITING("idle+wait", "%", 100),
  AVOIDABLE("avoidable", "%", 100),
  WINDOW_HOURS("hours", "h", 1),
  TIDAL_HOURS("tidal", "h", 1),
  OPENINGS("openings", "", 1),
  UNSERVED("unserved", "", 1);

  private final String title;
  private final String unit;
  private final double scale;

  Measure(String title, String unit, double scale) {
    this.title = title;
    this.unit = unit;
    this.scale = scale;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  /** By what a value is multiplied to be in its unit. */
  public double scale() {
    return scale;
  }

  /** All measures of a day. */
  static Map<Measure, Double> of(DayResult day) {
    double[] sorted = Arrays.stream(day.waits()).filter(it -> !Double.isNaN(it)).sorted().toArray();
    Map<Measure, Double> values = new EnumMap<>(Measure.class);
    double limit = day.layout().scenario().limit();
    values.put(MEAN, day.meanWait());
    values.put(MEDIAN, point(sorted, 0.5));
    values.put(P90, point(sorted, 0.9));
    values.put(P99, point(sorted, 0.99));
    long tooLong = Arrays.stream(sorted).filter(it -> it > limit).count();
    values.put(TOO_LONG, share((double) tooLong, sorted.length));
    values.put(WORST_FIELD, worstField(List.of(day)));
    values.put(
        SPREAD_OF_USE, Together.spreadOfUse(List.of(day), window -> !day.layout().tidal(window)));
    values.put(IDLE_WHILE_WAITING, share(day.idleWhileWaiting(), day.openMinutes()));
    values.put(AVOIDABLE, share(day.avoidable(), day.openMinutes()));
    values.put(WINDOW_HOURS, day.openMinutes() / 60);
    putTides(day, values);
    values.put(UNSERVED, (double) day.unserved());
    return values;
  }

  private static void putTides(DayResult day, Map<Measure, Double> values) {
    int tidal = 0;
    double hours = 0;
    int openings = 0;
    for (int window = 0; window < day.layout().windows(); window++) {
      if (day.layout().tidal(window)) {
        tidal++;
        hours += day.open()[window] / 60;
        openings += day.openings()[window];
      }
    }
    values.put(TIDAL_HOURS, hours);
    values.put(OPENINGS, share(openings, tidal));
  }

  /** The mean wait of the field that waits the longest. */
  static double worstField(List<DayResult> days) {
    double[] sum = new double[days.getFirst().layout().fields().size()];
    int[] count = new int[sum.length];
    for (DayResult day : days) {
      for (int i = 0; i < day.waits().length; i++) {
        if (!Double.isNaN(day.waits()[i])) {
          int field = day.layout().fieldOf(day.customers().line(i));
          sum[field] += day.waits()[i];
          count[field]++;
        }
      }
    }
    double worst = 0;
    for (int field = 0; field < sum.length; field++) {
      worst = Math.max(worst, sum[field] / Math.max(1, count[field]));
    }
    return worst;
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  /** Below which a share of sorted values lies; 0 of none. */
  static double point(double[] sorted, double probability) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * probability)];
  }
}
