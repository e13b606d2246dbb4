package io.tidehall.hall;

import java.time.Instant;

/**
 * The roll of paper in a printer, since somebody said that it was changed.
 *
 * @param slips how many slips came out since, as far as the printer knows
 */
public record PaperRoll(Instant since, int slips) {
  PaperRoll withSlip() {
    return new PaperRoll(since, slips + 1);
  }
}
