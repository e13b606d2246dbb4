package io.tidehall.kiosk.flow;

/**
 * How a visitor sees best; gone with them.
 *
 * @param large everything a quarter larger
 * @param contrast light letters on black, without half tones
 */
public record Comfort(boolean large, boolean contrast) {
  static final Comfort USUAL = new Comfort(false, false);

  /** What can be switched. */
  public enum Aid {
    LARGE_PRINT,
    HIGH_CONTRAST
  }

  public boolean has(Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> large;
      case HIGH_CONTRAST -> contrast;
    };
  }

  Comfort switched(Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> new Comfort(!large, contrast);
      case HIGH_CONTRAST -> new Comfort(large, !contrast);
    };
  }
}
