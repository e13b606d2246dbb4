package io.tidehall.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param floor the bare minimum measured beside it, or null where there is none
 * @param floorWords what the floor is
 * @param met whether the target is met, or null where there is none
 * @param count how many were measured
 */
record Figure(
    String name,
    double value,
    String unit,
    @Nullable Double floor,
    String floorWords,
    String target,
    @Nullable Boolean met,
    int count) {
  /** A time that may be at most so many times its floor. */
  static Figure atMost(
      String name, double millis, double floor, String floorWords, double times, int count) {
    return new Figure(
        name,
        millis,
        "ms",
        floor,
        floorWords,
        "<= %s x floor".formatted(number(times)),
        millis <= times * floor,
        count);
  }

  /** A count that must be nought. */
  static Figure none(String name, int value, int count) {
    return new Figure(name, value, "", null, "", "0", value == 0, count);
  }

  /** A measure without a target. */
  static Figure told(String name, double value, String unit, int count) {
    return new Figure(name, value, unit, null, "", "-", null, count);
  }

  /** How many times the floor it is; null without a floor. */
  @Nullable Double ratio() {
    return floor == null ? null : value / floor;
  }

  /** A line of the table. */
  String line() {
    Double ratio = ratio();
    return "%-54s %10s %-4s %10s %7s  %-16s %s"
        .formatted(
            name,
            number(value),
            unit,
            floor == null ? "-" : number(floor),
            ratio == null ? "-" : String.format(Locale.ROOT, "%.2f", ratio),
            target,
            met == null ? "" : met ? "met" : "NOT MET");
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
