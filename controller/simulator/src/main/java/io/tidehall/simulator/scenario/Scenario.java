package io.tidehall.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hall to simulate, as a scenario file gives it. Times are minutes since midnight.
 *
 * @param close nobody comes after it; who waits then is still served by base windows
 * @param limit the wait in minutes that the report counts as too long
 * @param callGap from a call until the visitor sits down, part of every service
 * @param noShowTime how long a no-show occupies the window
 * @param dayCv coefficient of variation of the day's volume
 * @param fieldDayCv coefficient of variation of each field's volume on a day
 * @param slowdown factor on service at windows that are not dedicated
 * @param profiles relative arrival rate by period
 * @param tidal parameters of the example opening rules, by the name of the rule
 */
public record Scenario(
    String name,
    String title,
    double open,
    double close,
    double limit,
    double callGap,
    double noShowTime,
    double dayCv,
    double fieldDayCv,
    double slowdown,
    List<TicketClass> classes,
    Map<String, List<Period>> profiles,
    List<Category> categories,
    List<WindowSpec> windows,
    Map<String, TidalSpec> tidal) {
  /** A priority class: its share of tickets, and the minutes it counts as having come earlier. */
  public record TicketClass(String id, double share, double headStart) {}

  /** A relative arrival rate between two times. */
  public record Period(double from, double to, double weight) {
    public double length() {
      return to - from;
    }
  }

  /** A business line with its demand and its services. */
  public record Category(
      String id, String field, double daily, String profile, double noShow, Service service) {}

  /** How long a service takes. */
  public record Service(Shape shape, double mean, double cv) {
    /** The families of service times. */
    public enum Shape {
      LOGNORMAL,
      EXPONENTIAL,
      CONSTANT
    }
  }

  /**
   * A window with what it serves: ids of categories, names of fields, or {@code *}.
   *
   * @param speeds its services take the usual time divided by this, by category; 1 is usual
   * @param lender the window whose clerk mans this tidal one and is away meanwhile; or empty
   */
  public record WindowSpec(
      String id,
      WindowType type,
      List<String> serves,
      String home,
      List<Shift> shifts,
      Map<String, Double> speeds,
      String lender) {
    public WindowSpec {
      speeds = new TreeMap<>(speeds);
    }

    /** A window of the usual speed with a clerk of its own. */
    public WindowSpec(
        String id, WindowType type, List<String> serves, String home, List<Shift> shifts) {
      this(id, type, serves, home, shifts, Map.of(), "");
    }

    public boolean serves(Category category) {
      return serves.contains("*")
          || serves.contains(category.field())
          || serves.contains(category.id());
    }

    public WindowSpec withServes(List<String> next) {
      return new WindowSpec(id, type, List.copyOf(next), home, shifts, speeds, lender);
    }

    public WindowSpec withShifts(List<Shift> next) {
      return new WindowSpec(id, type, serves, home, List.copyOf(next), speeds, lender);
    }

    /** The same with the clerk of another window. */
    public WindowSpec withLender(String next) {
      return new WindowSpec(id, type, serves, home, shifts, speeds, next);
    }
  }

  /** What a window is for. */
  public enum WindowType {
    DEDICATED,
    COMPREHENSIVE,
    TIDAL
  }

  /**
   * When a window is staffed.
   *
   * @param leaves whether its clerk goes at the end although people wait; else a base window first
   *     serves those whom it may
   */
  public record Shift(double from, double to, boolean leaves) {
    /** A shift that ends when those who wait have been served. */
    public Shift(double from, double to) {
      this(from, to, false);
    }
  }

  /** Numbers by name, and the periods of a schedule. */
  public record TidalSpec(Map<String, Double> numbers, List<Shift> periods) {
    public double number(String key, double otherwise) {
      return numbers.getOrDefault(key, otherwise);
    }
  }

  public Scenario withWindows(List<WindowSpec> next) {
    return new Scenario(
        name,
        title,
        open,
        close,
        limit,
        callGap,
        noShowTime,
        dayCv,
        fieldDayCv,
        slowdown,
        classes,
        profiles,
        categories,
        List.copyOf(next),
        tidal);
  }

  public Scenario withCategories(List<Category> next) {
    return new Scenario(
        name,
        title,
        open,
        close,
        limit,
        callGap,
        noShowTime,
        dayCv,
        fieldDayCv,
        slowdown,
        classes,
        profiles,
        List.copyOf(next),
        windows,
        tidal);
  }

  /** The fields in the order in which categories name them. */
  public List<String> fields() {
    return categories.stream().map(Category::field).distinct().toList();
  }
}
