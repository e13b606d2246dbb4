package io.tidehall.printer.escpos;

import java.util.Arrays;

/**
 * What a printer tells unasked once {@code GS a} has switched it on: four bytes now and at every
 * change. Only the first of them can be told from other answers.
 */
public final class AutomaticStatus {
  /** Bytes of one telling. */
  public static final int LENGTH = 4;

  /** Offline, errors and paper; neither drawer nor buttons. */
  private static final byte[] REQUEST = {0x1d, 0x61, 0x0e};

  private static final byte[] RESET = {0x1b, 0x40};

  private AutomaticStatus() {}

  public static byte[] request() {
    return REQUEST.clone();
  }

  /** A slip that begins with a reset, which switches it off, and has it on again behind that. */
  public static byte[] through(byte[] slip) {
    if (slip.length < RESET.length || !Arrays.equals(RESET, 0, 2, slip, 0, 2)) {
      throw new IllegalArgumentException("expected a slip to begin with a reset (1B 40)");
    }
    byte[] all = new byte[slip.length + REQUEST.length];
    System.arraycopy(RESET, 0, all, 0, RESET.length);
    System.arraycopy(REQUEST, 0, all, RESET.length, REQUEST.length);
    int behind = RESET.length + REQUEST.length;
    System.arraycopy(slip, RESET.length, all, behind, slip.length - RESET.length);
    return all;
  }

  /** Whether a byte has the fixed bits of the first of four; neither status nor end mark has. */
  public static boolean isFirst(int b) {
    return (b & 0x93) == 0x10;
  }

  /** Whether a byte may stand behind the first; an end mark looks the same. */
  public static boolean isFurther(int b) {
    return (b & 0x90) == 0;
  }

  /**
   * Reads the four bytes. They say the same as the answers to {@code DLE EOT}, in other places.
   *
   * @throws IllegalArgumentException when they lack the fixed bits
   */
  public static PrinterStatus of(int first, int error, int paper, int last) {
    if (!isFirst(first) || !isFurther(error) || !isFurther(paper) || !isFurther(last)) {
      throw new IllegalArgumentException(
          "expected bytes of the form 0xx1xx00 0xx0xxxx 0xx0xxxx 0xx0xxxx, but got %02X %02X %02X %02X"
              .formatted(first, error, paper, last));
    }
    return PrinterStatus.of(
        0x12 | (first & 0x08),
        0x12 | (first & 0x20) >> 3,
        0x12 | (error & 0x6c),
        0x12 | (paper & 0x03) << 2 | (paper & 0x0c) << 3);
  }
}
