package io.tidehall.printer.glyph;

import io.tidehall.printer.slip.Cells;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PaperWidth;
import io.tidehall.printer.slip.PrintOp;
import java.awt.image.BufferedImage;

/** A line of text as a picture, placed exactly where the printer's own letters would stand. */
public final class LinePicture {
  /** Darker than this is ink; a little high, because thermal dots bleed less than letters thin. */
  private static final int INK_BELOW = 150;

  private LinePicture() {}

  public static Dots of(PrintOp.Line line, PaperWidth paper) {
    var painter = new CellPainter(CjkFont.require());
    int tallest = line.runs().stream().mapToInt(PrintOp.Run::high).max().orElse(1);
    BufferedImage page = CellPainter.page(paper.dots(), tallest * PaperWidth.CELL_HEIGHT);
    int x = start(line, paper);
    for (PrintOp.Run run : line.runs()) {
      int y = (tallest - run.high()) * PaperWidth.CELL_HEIGHT;
      for (int c : Cells.plain(run.text()).codePoints().toArray()) {
        x += painter.paint(page, c, x, y, run.wide(), run.high(), run.bold());
      }
    }
    return dots(page);
  }

  private static int start(PrintOp.Line line, PaperWidth paper) {
    int spare = Math.max(0, paper.dots() - line.cells() * PaperWidth.CELL);
    return switch (line.align()) {
      case LEFT -> 0;
      case CENTRE -> spare / 2;
      case RIGHT -> spare;
    };
  }

  private static Dots dots(BufferedImage page) {
    var dots = new Dots(page.getWidth(), page.getHeight());
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if (page.getRaster().getSample(x, y, 0) < INK_BELOW) {
          dots.ink(x, y);
        }
      }
    }
    return dots;
  }
}
