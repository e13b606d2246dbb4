package io.tidehall.printer.slip;

import java.util.List;

/** One step of printing, independent of any printer's language. */
public sealed interface PrintOp {
  /** Where a line or picture stands. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** One line of text; it must fit the paper, for printers break lines without sense. */
  record Line(List<Run> runs, Align align) implements PrintOp {
    public Line {
      runs = List.copyOf(runs);
    }

    /** Width in cells of normal size. */
    public int cells() {
      return runs.stream().mapToInt(run -> Cells.of(run.text()) * run.wide()).sum();
    }

    /** The words without their looks. */
    public String words() {
      return String.join("", runs.stream().map(Run::text).toList());
    }
  }

  /**
   * Text of one look.
   *
   * @param wide times the normal width, 1 to 8; above 2 ASCII only
   * @param high times the normal height, 1 to 8; above 2 ASCII only
   */
  record Run(String text, int wide, int high, boolean bold) {
    public Run {
      if (wide < 1 || wide > 8 || high < 1 || high > 8) {
        throw new IllegalArgumentException(
            "expected sizes of 1 to 8, but they are " + wide + "×" + high);
      }
      if ((wide > 2 || high > 2) && !text.chars().allMatch(c -> c < 0x7f)) {
        throw new IllegalArgumentException(
            "expected ASCII above double size (printers enlarge Chinese twice at most), got "
                + text);
      }
    }
  }

  /** White paper. */
  record Feed(int dots) implements PrintOp {
    public Feed {
      if (dots < 1 || dots > 255) {
        throw new IllegalArgumentException("expected to feed 1 to 255 dots, got " + dots);
      }
    }
  }

  /** A QR code in the middle of the paper, printed {@code module} dots to a module. */
  record Qr(String content, int module) implements PrintOp {}

  /** A picture. */
  record Picture(Dots dots, Align align) implements PrintOp {}

  /** The end of the slip: cut, or fed to the tear bar. */
  record Cut() implements PrintOp {}
}
