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
  ODD_BITS;

  boolean stopsPrinting() {
    return this == PAPER_OUT || this == COVER_OPEN || this == CUTTER;
  }
}
