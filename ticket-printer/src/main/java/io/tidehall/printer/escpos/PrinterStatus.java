package io.tidehall.printer.escpos;

import io.tidehall.protocol.DeviceStatus.Paper;
import java.util.ArrayList;
import java.util.List;

/**
 * How a printer says it is.
 *
 * @param paper what is known of the paper
 * @param faults what keeps it from printing, in short words; empty when nothing does
 * @param warnings what should be seen to but does not keep it from printing
 */
public record PrinterStatus(Paper paper, List<String> faults, List<String> warnings) {
  public static final String COVER_OPEN = "cover-open";
  public static final String CUTTER = "cutter";
  public static final String BROKEN = "broken";
  public static final String HEAD_HOT = "head-hot";
  public static final String ERROR = "error";
  public static final String OFFLINE = "offline";
  public static final String UNREACHABLE = "unreachable";

  /** Of a printer that does not answer: nothing is known, nothing forbids printing. */
  public static final PrinterStatus SILENT = new PrinterStatus(Paper.UNKNOWN, List.of(), List.of());

  public PrinterStatus {
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }

  /** Of a printer that cannot be reached at all. */
  public static PrinterStatus unreachable() {
    return new PrinterStatus(Paper.UNKNOWN, List.of(UNREACHABLE), List.of());
  }

  /** Whether a slip may be sent now. */
  public boolean ready() {
    return paper != Paper.OUT && faults.isEmpty();
  }

  /** Faults and warnings together. */
  public List<String> all() {
    List<String> all = new ArrayList<>(faults);
    all.addAll(warnings);
    return List.copyOf(all);
  }

  /** The request for status byte n, 1 to 4. */
  public static byte[] request(int n) {
    return new byte[] {0x10, 0x04, (byte) n};
  }

  /** Whether a byte has the fixed bits of an answer to {@link #request}. */
  public static boolean isAnswer(int b) {
    return (b & 0x93) == 0x12;
  }

  /**
   * Reads the four answers to {@code DLE EOT 1…4}.
   *
   * @throws IllegalArgumentException when one of them lacks the fixed bits
   */
  public static PrinterStatus of(int online, int offline, int error, int paper) {
    for (int b : new int[] {online, offline, error, paper}) {
      if (!isAnswer(b)) {
        throw new IllegalArgumentException(
            "expected status bytes of the form 0xx1xx10, but got %02X".formatted(b));
      }
    }
    List<String> faults = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    boolean out = (paper & 0x60) != 0 || (offline & 0x20) != 0;
    addIf((offline & 0x04) != 0, COVER_OPEN, faults);
    addIf((error & 0x08) != 0, CUTTER, faults);
    addIf((error & 0x20) != 0, BROKEN, faults);
    boolean hot = (error & 0x40) != 0;
    addIf(hot, HEAD_HOT, (online & 0x08) != 0 ? faults : warnings);
    boolean unexplained = (offline & 0x40) != 0 && faults.isEmpty() && !hot;
    addIf((error & 0x04) != 0 || unexplained, ERROR, faults);
    addIf((online & 0x08) != 0 && faults.isEmpty() && !out, OFFLINE, faults);
    Paper roll = out ? Paper.OUT : (paper & 0x0c) != 0 ? Paper.NEAR_END : Paper.OK;
    return new PrinterStatus(roll, faults, warnings);
  }

  private static void addIf(boolean wrong, String word, List<String> words) {
    if (wrong) {
      words.add(word);
    }
  }
}
