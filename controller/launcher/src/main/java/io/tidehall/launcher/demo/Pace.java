package io.tidehall.launcher.demo;

import java.time.Duration;

/**
 * How much faster than life people act. The hall's own clock stays real, and with it what the rules
 * measure, such as the gap between two calls.
 */
record Pace(double speed) {
  static final double SLOWEST = 1;
  static final double FASTEST = 200;

  Pace {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "expected --demo to be a speed from 1 (as in life) to 200, but it is "
              + words(speed)
              + ": try --demo 20");
    }
  }

  /** What a human delay lasts in the demo. */
  Duration real(Duration human) {
    return Duration.ofNanos(Math.round(human.toNanos() / speed));
  }

  /** What a time that has passed means in the demo. */
  Duration human(Duration real) {
    return Duration.ofNanos(Math.round(real.toNanos() * speed));
  }

  @Override
  public String toString() {
    return words(speed);
  }

  private static String words(double speed) {
    return speed == Math.rint(speed) && Math.abs(speed) < 1e9
        ? Long.toString((long) speed)
        : Double.toString(speed);
  }
}
