package io.tidehall.hall.ticket;

import java.time.Instant;

/**
 * How a ticket has been kept waiting, for the fairness contract.
 *
 * @param since when its present wait began; a wait ends with a call or a service
 * @param overtaken how many later tickets went before it in this wait, where the hall limits that
 * @param lateTold whether a breach of the longest wait has been told
 * @param overtakenTold whether a breach of the most overtakes has been told
 */
public record Patience(Instant since, int overtaken, boolean lateTold, boolean overtakenTold) {
  public static Patience from(Instant since) {
    return new Patience(since, 0, false, false);
  }

  /** A new wait of the same ticket: what was told is not told again. */
  public Patience again(Instant now) {
    return new Patience(now, 0, lateTold, overtakenTold);
  }

  public Patience overtakenOnce() {
    return new Patience(since, overtaken + 1, lateTold, overtakenTold);
  }

  public Patience toldLate() {
    return new Patience(since, overtaken, true, overtakenTold);
  }

  public Patience toldOvertaken() {
    return new Patience(since, overtaken, lateTold, true);
  }
}
