package io.tidehall.kiosk.flow;

import org.jspecify.annotations.Nullable;

/**
 * What the sensors in the kiosk's cabinet say.
 *
 * @param since when the presence sensor last changed its mind, by the steady clock
 * @param doorOpen whether somebody has opened the kiosk
 * @param paperLow whether the roll is near its end; null without a sensor
 */
public record Senses(Sight sight, long since, boolean doorOpen, @Nullable Boolean paperLow) {
  public static final String PRESENCE = "presence";
  public static final String DOOR = "door";
  public static final String PAPER_LOW = "paper-low";

  /** How long nobody has been in front before the countdown of a visit begins. */
  private static final long GONE = 20_000;

  /** How long the countdown then lasts. */
  private static final long HURRY = 15_000;

  /** How long nobody has been in front before an idle kiosk dims its screen. */
  private static final long REST = 180_000;

  /** What the presence sensor sees. */
  public enum Sight {
    /** There is no sensor, or it has not seen whoever touches the screen. */
    UNWATCHED,
    SOMEBODY,
    /** Whoever it saw has gone. */
    NOBODY
  }

  static final Senses NONE = new Senses(Sight.UNWATCHED, 0, false, null);

  /** With what a sensor says from now on. */
  Senses with(String sensor, boolean on, long steady) {
    return switch (sensor) {
      case PRESENCE -> sees(on, steady);
      case DOOR -> new Senses(sight, since, on, paperLow);
      case PAPER_LOW -> new Senses(sight, since, doorOpen, on);
      default -> this;
    };
  }

  /** Only who was seen coming can be seen going. */
  private Senses sees(boolean somebody, long steady) {
    if (!somebody && sight != Sight.SOMEBODY) {
      return this;
    }
    return new Senses(somebody ? Sight.SOMEBODY : Sight.NOBODY, steady, doorOpen, paperLow);
  }

  /** A touch where the sensor sees nobody: it is not believed until it sees somebody again. */
  Senses touched() {
    return sight == Sight.NOBODY ? new Senses(Sight.UNWATCHED, since, doorOpen, paperLow) : this;
  }

  /** When a visit ends because the visitor has gone; never while one may be there. */
  long visitEnds() {
    return sight == Sight.NOBODY ? since + GONE + HURRY : Kiosk.NEVER;
  }

  /** Whether nobody has been there for so long that the screen may rest. */
  boolean longGone(long steady) {
    return sight == Sight.NOBODY && steady - since >= REST;
  }
}
