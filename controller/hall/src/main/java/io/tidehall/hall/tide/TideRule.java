package io.tidehall.hall.tide;

import java.util.List;

/**
 * When a tidal window should be open. Every rule checks its own figures when it is made: a rule
 * that would flap by itself cannot exist.
 */
public sealed interface TideRule {
  /** The name hall files use. */
  String name();

  /** Only a person opens and closes the window. */
  record Manual() implements TideRule {
    @Override
    public String name() {
      return "manual";
    }
  }

  /**
   * Open at fixed times on some days. The window is asked for ahead of time by the lag, so that it
   * is manned when its time begins. What a person has done within a span is left as it is.
   */
  record Schedule(TideDays days, List<Span> spans) implements TideRule {
    public Schedule {
      spans = List.copyOf(spans);
      if (spans.isEmpty()) {
        throw new IllegalArgumentException("expected at least one span of time, but there is none");
      }
    }

    @Override
    public String name() {
      return "schedule";
    }
  }

  /**
   * Open while much waits, with hysteresis: open above one figure, close below a lower one.
   *
   * @param openAbove open when the measure is at least this
   * @param closeBelow close when the measure would be below this without the window
   * @param longestWait open as well when somebody has waited this many minutes; 0 for never
   */
  record Threshold(
      Measure measure, double openAbove, double closeBelow, double longestWait, Pace pace)
      implements TideRule {
    public Threshold {
      positive("open", openAbove);
      atLeastZero("close", closeBelow);
      atLeastZero("longestWait", longestWait);
      if (closeBelow >= openAbove) {
        throw new IllegalArgumentException(
            "expected close to be below open, " + openAbove + ", but it is " + closeBelow);
      }
    }

    /** The rule of a hall that gives no figures, by waiting work. */
    public static Threshold usual() {
      return new Threshold(Measure.WORK, 4, 0.5, 15, new Pace(2, 10, 30, 3, 2));
    }

    @Override
    public String name() {
      return "threshold";
    }
  }

  /**
   * Open at fixed times on some days, as {@link Schedule}, and at any other time while much waits,
   * as {@link Threshold}: a market town knows its market days, and not its other rushes. When the
   * time ends the window stays as long as the crowd does.
   */
  record TimedThreshold(Schedule schedule, Threshold threshold) implements TideRule {
    @Override
    public String name() {
      return "timed-threshold";
    }
  }

  /**
   * Open while the windows do not suffice for what is expected: the offered load forecast over the
   * time ahead, plus what waits now spread over {@code drain} minutes, plus a reserve of {@code
   * safety} square roots of that (square-root staffing, Halfin and Whitt 1981).
   *
   * @param safety the reserve in square roots of the load
   * @param drain minutes in which what waits now should be served
   * @param lookAhead minutes of forecast, counted from when the window could be manned
   * @param band windows that must be left over before one is closed
   * @param longestWait open as well when somebody has waited this many minutes; 0 for never
   */
  record Staffing(
      double safety, double drain, double lookAhead, double band, double longestWait, Pace pace)
      implements TideRule {
    public Staffing {
      atLeastZero("safety", safety);
      positive("drain", drain);
      positive("lookAhead", lookAhead);
      atLeastZero("band", band);
      atLeastZero("longestWait", longestWait);
    }

    /**
     * The rule of a hall that gives no figures. Decision record 0016 has what it was measured at:
     * in a hall of 60 windows about 2 % more wait than with all tidal windows open, at two thirds
     * of the hours.
     */
    public static Staffing usual() {
      return new Staffing(0.9, 20, 30, 0, 8, new Pace(0, 15, 20, 5, 2));
    }

    @Override
    public String name() {
      return "staffing";
    }
  }

  /** What a threshold is held against. */
  enum Measure {
    /** Minutes of waiting work for each open window. */
    WORK,
    /** People waiting. */
    PEOPLE
  }

  /** A part of a day in minutes since midnight, from inclusive, to exclusive. */
  record Span(double from, double to) {
    public Span {
      if (!(from >= 0 && from < to)) {
        throw new IllegalArgumentException(
            "expected a span to end after its start, but it is " + from + " to " + to);
      }
    }

    boolean holds(double minute) {
      return minute >= from && minute < to;
    }
  }

  /**
   * How fast a rule may act. All times in minutes.
   *
   * @param openPersistence how long the window must have been wanted
   * @param closePersistence how long it must have been dispensable
   * @param leastOpen how long it stays open at the least once manned
   * @param cooldown how long it stays closed at the least
   * @param atOnce how many windows under the same rule may open in one minute
   */
  record Pace(
      double openPersistence,
      double closePersistence,
      double leastOpen,
      double cooldown,
      int atOnce) {
    public Pace {
      atLeastZero("openPersistence", openPersistence);
      atLeastZero("closePersistence", closePersistence);
      atLeastZero("leastOpen", leastOpen);
      atLeastZero("cooldown", cooldown);
      positive("atOnce", atOnce);
    }
  }

  private static void positive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "expected " + key + " to be above zero, but it is " + value);
    }
  }

  private static void atLeastZero(String key, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "expected " + key + " not to be negative, but it is " + value);
    }
  }
}
