package io.tidehall.printer.escpos;

import io.tidehall.printer.glyph.QrPicture;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PaperWidth;
import io.tidehall.printer.slip.PrintOp;
import java.util.List;

/** How much of the roll a slip takes. */
public final class PaperLength {
  private static final int DOTS_TO_THE_MILLIMETRE = 8;

  private PaperLength() {}

  /** The length of a slip in millimetres, the paper from head to knife or tear bar included. */
  public static int millimetres(List<PrintOp> ops) {
    int dots = ops.stream().mapToInt(PaperLength::dots).sum();
    return Math.ceilDiv(dots, DOTS_TO_THE_MILLIMETRE);
  }

  private static int dots(PrintOp op) {
    return switch (op) {
      case PrintOp.Line line ->
          line.runs().stream()
              .mapToInt(run -> run.high() * PaperWidth.CELL_HEIGHT)
              .reduce(EscPosEncoder.LINE_SPACING, Math::max);
      case PrintOp.Feed(int dots) -> dots;
      case PrintOp.Qr(String content, int module) -> QrPicture.of(content, module).height();
      case PrintOp.Picture(Dots dots, _) -> dots.height();
      case PrintOp.Cut() -> EscPosEncoder.TEAR_BAR;
    };
  }
}
