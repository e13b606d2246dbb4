package io.tidehall.printer.emulator;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A piece of paper that left the emulator.
 *
 * @param number counted from 1 since the emulator was started
 * @param lines the text printed by the printer's own font, line by line
 * @param codes what its native QR codes hold
 * @param picture the printable area, 8 dots to the millimetre
 */
public record EmulatedSlip(
    int number, List<String> lines, List<String> codes, BufferedImage picture) {
  public EmulatedSlip {
    lines = List.copyOf(lines);
    codes = List.copyOf(codes);
  }

  /** Whether a text stands on the slip. */
  public boolean says(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }
}
