package io.tidehall.kiosk.flow;

import org.jspecify.annotations.Nullable;

/**
 * How a visitor sees, reaches and hears best; gone with them.
 *
 * @param large everything a quarter larger
 * @param contrast light letters on black, without half tones
 * @param low nothing to touch in the upper half, for whoever sits
 * @param spoken whether prompts are spoken; null for what the hall wants
 * @param louder so many steps louder than usual, or softer
 */
public record Comfort(
    boolean large, boolean contrast, boolean low, @Nullable Boolean spoken, int louder) {
  static final Comfort USUAL = new Comfort(false, false, false, null, 0);

  /** How many steps there are in each direction. */
  static final int STEPS = 3;

  /** What can be switched. */
  public enum Aid {
    LARGE_PRINT,
    HIGH_CONTRAST,
    LOW_REACH,
    SPOKEN
  }

  Comfort switched(Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> new Comfort(!large, contrast, low, spoken, louder);
      case HIGH_CONTRAST -> new Comfort(large, !contrast, low, spoken, louder);
      case LOW_REACH -> new Comfort(large, contrast, !low, spoken, louder);
      case SPOKEN -> this;
    };
  }

  Comfort speaking(boolean on) {
    return new Comfort(large, contrast, low, on, louder);
  }

  Comfort louder(int steps) {
    return new Comfort(large, contrast, low, spoken, Math.clamp(louder + steps, -STEPS, STEPS));
  }
}
