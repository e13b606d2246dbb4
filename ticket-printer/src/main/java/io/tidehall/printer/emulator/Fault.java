package io.tidehall.printer.emulator;

/** What can be wrong with the emulated printer. */
public enum Fault {
  /** The roll is finished: offline, nothing moves. */
  PAPER_OUT,
  /** The roll is nearly finished: a warning only. */
  NEAR_END,
  COVER_OPEN,
  CUTTER,
  /** Every movement of paper takes a while. */
  SLOW,
  /** It prints but answers nothing. */
  SILENT,
  /** Its status answers come late. */
  LATE,
  /** Its status answers lack the bits that make them answers. */
  ODD_BITS,
  /** It does not answer {@code DLE EOT}; what it tells unasked is not touched by this. */
  NO_DLE_EOT,
  /** It does not know {@code GS a}: it tells nothing unasked. */
  NO_ASB;

  boolean stopsPrinting() {
    return this == PAPER_OUT || this == COVER_OPEN || this == CUTTER;
  }
}
