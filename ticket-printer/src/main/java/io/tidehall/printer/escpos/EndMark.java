package io.tidehall.printer.escpos;

/**
 * The question that a printer answers only after it has worked through everything sent before
 * ({@code GS r 1}): its answer means the slip is on paper.
 */
public final class EndMark {
  private EndMark() {}

  public static byte[] request() {
    return new byte[] {0x1d, 0x72, 0x01};
  }

  /** Whether a byte has the fixed bits of the answer; status answers differ in bit 4. */
  public static boolean isAnswer(int b) {
    return (b & 0x90) == 0;
  }
}
