package io.tidehall.hall.ticket;

/**
 * What was forecast for a ticket when it was issued, worked out outside the rules, which only carry
 * it: so that what the hall says can be held to what came true.
 *
 * @param raw as forecast
 * @param held as forecast and held to what came true in the last weeks
 * @param told whether the citizen was told it; if not, there was too little history
 */
public record Promise(Minutes raw, Minutes held, boolean told) {
  /**
   * A wait in minutes: with 10, 50 and 90 % probability it is no longer than these.
   *
   * @param low at least 0
   * @param median at least {@code low}
   * @param high at least {@code median}
   */
  public record Minutes(double low, double median, double high) {
    public Minutes {
      if (!(low >= 0 && median >= low && high >= median && Double.isFinite(high))) {
        throw new IllegalArgumentException(
            "expected minutes from 0 that rise, but they are " + low + ", " + median + ", " + high);
      }
    }
  }
}
