package io.tidehall.printer.emulator;

import java.util.Set;

/** The bytes by which the emulated printer says what is wrong with it. */
final class EmulatedStatus {
  private EmulatedStatus() {}

  /** The answer to {@code DLE EOT n}. */
  static int answer(int n, Set<Fault> faults) {
    int fixed = 0x12;
    boolean out = faults.contains(Fault.PAPER_OUT);
    boolean cutter = faults.contains(Fault.CUTTER);
    int status =
        switch (n) {
          case 1 -> fixed | (stopped(faults) ? 0x08 : 0);
          case 2 ->
              fixed
                  | (faults.contains(Fault.COVER_OPEN) ? 0x04 : 0)
                  | (out ? 0x20 : 0)
                  | (cutter ? 0x40 : 0);
          case 3 -> fixed | (cutter ? 0x08 : 0);
          default -> fixed | (out ? 0x6c : faults.contains(Fault.NEAR_END) ? 0x0c : 0);
        };
    return spoiled(status, faults);
  }

  /** What is told unasked: the four bytes of {@code GS a}. */
  static byte[] unasked(Set<Fault> faults) {
    boolean out = faults.contains(Fault.PAPER_OUT);
    int first =
        0x10 | (stopped(faults) ? 0x08 : 0) | (faults.contains(Fault.COVER_OPEN) ? 0x20 : 0);
    int paper = out ? 0x0f : faults.contains(Fault.NEAR_END) ? 0x03 : 0;
    return new byte[] {
      (byte) spoiled(first, faults),
      (byte) (faults.contains(Fault.CUTTER) ? 0x08 : 0),
      (byte) paper,
      0x0f
    };
  }

  private static boolean stopped(Set<Fault> faults) {
    return faults.stream().anyMatch(Fault::stopsPrinting);
  }

  private static int spoiled(int status, Set<Fault> faults) {
    return status ^ (faults.contains(Fault.ODD_BITS) ? 0x80 : 0);
  }
}
