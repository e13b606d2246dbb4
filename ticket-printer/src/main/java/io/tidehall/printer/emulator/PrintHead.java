package io.tidehall.printer.emulator;

import io.tidehall.printer.glyph.CellPainter;
import io.tidehall.printer.glyph.CjkFont;
import io.tidehall.printer.glyph.QrPicture;
import io.tidehall.printer.slip.Cells;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PaperWidth;
import io.tidehall.printer.slip.PrintOp.Align;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts commands on paper. Used by the printing thread alone. */
final class PrintHead {
  private static final int START_SPACING = 30;
  private static final int PAGE = 2048;

  private record Glyph(int codePoint, int wide, int high, boolean bold) {
    int width() {
      return Cells.ofCodePoint(codePoint) * PaperWidth.CELL * wide;
    }
  }

  private final PaperWidth paper;
  private final Consumer<String> errors;
  private final CellPainter painter = new CellPainter(CjkFont.require());
  private final List<Glyph> line = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> codes = new ArrayList<>();
  private BufferedImage page;
  private int y;
  private int slips;

  private Align align = Align.LEFT;
  private int asciiWide = 1;
  private int asciiHigh = 1;
  private int chineseWide = 1;
  private int chineseHigh = 1;
  private boolean bold;
  private int spacing = START_SPACING;

  PrintHead(PaperWidth paper, Consumer<String> errors) {
    this.paper = paper;
    this.errors = errors;
    this.page = CellPainter.page(paper.dots(), PAGE);
  }

  /** Draws on no paper, so that the first slip does not wait for fonts to load. */
  void warmUp() {
    BufferedImage scrap = CellPainter.page(PaperWidth.CELL * 2, PaperWidth.CELL_HEIGHT);
    "请A001号到窗口办理"
        .codePoints()
        .forEach(
            c -> {
              painter.paint(scrap, c, 0, 0, 1, 1, false);
              painter.paint(scrap, c, 0, 0, 2, 2, true);
            });
  }

  /** Dots printed on the slip so far. */
  int position() {
    return y;
  }

  void character(int codePoint) {
    boolean ascii = codePoint < 0x80;
    var glyph =
        new Glyph(
            codePoint, ascii ? asciiWide : chineseWide, ascii ? asciiHigh : chineseHigh, bold);
    if (lineWidth() + glyph.width() > paper.dots()) {
      errors.accept("the line '%s' runs over the edge of the paper".formatted(words()));
      feedLine();
    }
    line.add(glyph);
  }

  void reset() {
    if (!line.isEmpty()) {
      errors.accept("the text '%s' was thrown away by ESC @".formatted(words()));
      line.clear();
    }
    align = Align.LEFT;
    size(1, 1);
    bold = false;
    spacing = START_SPACING;
  }

  void size(int wide, int high) {
    asciiLook(wide, high);
    chineseLook(wide, high);
  }

  void asciiLook(int wide, int high) {
    asciiWide = wide;
    asciiHigh = high;
  }

  void chineseLook(int wide, int high) {
    chineseWide = wide;
    chineseHigh = high;
  }

  void bold(boolean on) {
    bold = on;
  }

  void align(Align wanted) {
    if (!line.isEmpty()) {
      errors.accept("ESC a in the middle of the line '%s' has no effect".formatted(words()));
      return;
    }
    align = wanted;
  }

  void spacing(int dots) {
    spacing = dots;
  }

  void feed(int dots) {
    int height = Math.max(dots, flush());
    room(height);
    y += height;
  }

  void feedLines(int count) {
    feed(count * spacing);
  }

  void feedLine() {
    int height = Math.max(spacing, flush());
    room(height);
    y += height;
  }

  void picture(Dots dots) {
    endLine("a picture");
    room(dots.height());
    draw(dots, 0);
    y += dots.height();
  }

  void qr(String content, int module) {
    endLine("a QR code");
    Dots dots = QrPicture.of(content, module);
    if (dots.width() > paper.dots()) {
      errors.accept("a QR code of %d dots is wider than the paper".formatted(dots.width()));
      return;
    }
    codes.add(content);
    room(dots.height());
    draw(dots, indent(dots.width()));
    y += dots.height();
  }

  /** Takes the slip off; the paper begins anew. */
  EmulatedSlip cut(int feed) {
    feed(Math.max(1, feed));
    BufferedImage picture = CellPainter.page(paper.dots(), y);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    slips++;
    var slip = new EmulatedSlip(slips, lines, codes, picture);
    page = CellPainter.page(paper.dots(), PAGE);
    y = 0;
    lines.clear();
    codes.clear();
    return slip;
  }

  private void endLine(String what) {
    if (!line.isEmpty()) {
      errors.accept(what + " came in the middle of the line '" + words() + "'");
      feedLine();
    }
  }

  /** Draws the collected line; returns its height. */
  private int flush() {
    if (line.isEmpty()) {
      return 0;
    }
    int tallest = line.stream().mapToInt(Glyph::high).max().orElse(1);
    room(tallest * PaperWidth.CELL_HEIGHT);
    int x = indent(lineWidth());
    for (Glyph glyph : line) {
      int top = y + (tallest - glyph.high()) * PaperWidth.CELL_HEIGHT;
      x += painter.paint(page, glyph.codePoint, x, top, glyph.wide, glyph.high, glyph.bold);
    }
    lines.add(words());
    line.clear();
    return tallest * PaperWidth.CELL_HEIGHT;
  }

  private String words() {
    var words = new StringBuilder();
    line.forEach(glyph -> words.appendCodePoint(glyph.codePoint));
    return words.toString();
  }

  private int lineWidth() {
    return line.stream().mapToInt(Glyph::width).sum();
  }

  private int indent(int width) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> (paper.dots() - width) / 2;
      case RIGHT -> paper.dots() - width;
    };
  }

  private void draw(Dots dots, int left) {
    for (int row = 0; row < dots.height(); row++) {
      for (int x = 0; x < dots.width(); x++) {
        if (dots.inked(x, row)) {
          page.getRaster().setSample(left + x, y + row, 0, 0);
        }
      }
    }
  }

  private void room(int height) {
    if (y + height + PaperWidth.CELL_HEIGHT * 8 <= page.getHeight()) {
      return;
    }
    BufferedImage longer = CellPainter.page(paper.dots(), (y + height) + PAGE);
    Graphics2D graphics = longer.createGraphics();
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    page = longer;
  }
}
