package io.tidehall.kiosk.flow;

/**
 * How a visitor sees and reaches best; gone with them.
 *
 * @param large everything a quarter larger
 * @param contrast light letters on black, without half tones
 * @param low nothing to touch in the upper half, for whoever sits
 */
public record Comfort(boolean large, boolean contrast, boolean low) {
  static final Comfort USUAL = new Comfort(false, false, false);

  /** What can be switched. */
  public enum Aid {
    LARGE_PRINT,
    HIGH_CONTRAST,
    LOW_REACH
  }

  public boolean has(Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> large;
      case HIGH_CONTRAST -> contrast;
      case LOW_REACH -> low;
    };
  }

  Comfort switched(Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> new Comfort(!large, contrast, low);
      case HIGH_CONTRAST -> new Comfort(large, !contrast, low);
      case LOW_REACH -> new Comfort(large, contrast, !low);
    };
  }
}
