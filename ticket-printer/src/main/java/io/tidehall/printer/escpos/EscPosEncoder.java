package io.tidehall.printer.escpos;

import io.tidehall.printer.glyph.CjkFont;
import io.tidehall.printer.glyph.LinePicture;
import io.tidehall.printer.glyph.QrPicture;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PaperWidth;
import io.tidehall.printer.slip.PrintOp;
import io.tidehall.printer.slip.PrintOp.Align;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Print operations to ESC/POS bytes. Every encoding begins with a reset, so that a slip never
 * inherits the looks of the one before it.
 */
public final class EscPosEncoder {
  private static final int ESC = 0x1b;
  private static final int FS = 0x1c;
  private static final int GS = 0x1d;
  private static final int LF = 0x0a;

  /** Distance of text lines in dots. */
  static final int LINE_SPACING = 34;

  /** Rows of a picture in one command; cheap printers have little memory. */
  private static final int BAND = 128;

  /** From the print head to the tear bar, in dots. */
  static final int TEAR_BAR = 120;

  /** Draws lines that the printer's own font cannot; fails when this machine has no font. */
  @FunctionalInterface
  interface LineDrawer {
    Dots draw(PrintOp.Line line, PaperWidth paper);
  }

  private static final Logger log = LoggerFactory.getLogger(EscPosEncoder.class);

  private final PrinterProfile profile;
  private final LineDrawer drawer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
  private Align align = Align.LEFT;
  private PrintOp.Run look = new PrintOp.Run("", 1, 1, false);

  private EscPosEncoder(PrinterProfile profile, LineDrawer drawer) {
    this.profile = profile;
    this.drawer = drawer;
  }

  /**
   * Encodes the operations of one slip.
   *
   * @throws IllegalArgumentException when a line or picture is wider than the paper
   */
  public static byte[] encode(List<PrintOp> ops, PrinterProfile profile) {
    return encode(ops, profile, LinePicture::of);
  }

  static byte[] encode(List<PrintOp> ops, PrinterProfile profile, LineDrawer drawer) {
    var encoder = new EscPosEncoder(profile, drawer);
    encoder.start();
    ops.forEach(encoder::op);
    return encoder.out.toByteArray();
  }

  private void start() {
    put(ESC, '@');
    if (profile.encoding() == TextEncoding.UTF_8) {
      put(FS, '(', 'C', 2, 0, 0x30, 2);
    } else {
      put(FS, '&');
    }
    put(ESC, '3', LINE_SPACING);
  }

  private void op(PrintOp op) {
    switch (op) {
      case PrintOp.Line line -> line(line);
      case PrintOp.Feed(int dots) -> put(ESC, 'J', dots);
      case PrintOp.Qr qr -> qr(qr);
      case PrintOp.Picture(Dots dots, Align where) -> picture(dots, where);
      case PrintOp.Cut() -> cut();
    }
  }

  private void line(PrintOp.Line line) {
    if (line.cells() > profile.paper().cells()) {
      throw new IllegalArgumentException(
          "expected lines of at most %d cells, but '%s' has %d"
              .formatted(profile.paper().cells(), line.words(), line.cells()));
    }
    if (profile.encoding().has(line.words())) {
      text(line);
    } else {
      drawn(line);
    }
  }

  private void text(PrintOp.Line line) {
    align(line.align());
    for (PrintOp.Run run : line.runs()) {
      look(run);
      out.writeBytes(profile.encoding().bytes(run.text()));
    }
    put(LF);
  }

  /** A slip with a □ on it is better than no slip, should there be no font to draw with. */
  private void drawn(PrintOp.Line line) {
    Dots dots;
    try {
      dots = drawer.draw(line, profile.paper());
    } catch (CjkFont.NoFontException e) {
      log.warn("'{}' is printed with □: {}", line.words(), e.getMessage());
      text(
          new PrintOp.Line(
              line.runs().stream()
                  .map(
                      run ->
                          new PrintOp.Run(
                              profile.encoding().boxed(run.text()),
                              run.wide(),
                              run.high(),
                              run.bold()))
                  .toList(),
              line.align()));
      return;
    }
    picture(dots, Align.LEFT);
    if (dots.height() < LINE_SPACING) {
      put(ESC, 'J', LINE_SPACING - dots.height());
    }
  }

  private void align(Align wanted) {
    if (wanted != align) {
      put(
          ESC,
          'a',
          switch (wanted) {
            case LEFT -> 0;
            case CENTRE -> 1;
            case RIGHT -> 2;
          });
      align = wanted;
    }
  }

  /** Sizes up to double need a command each for ASCII and Chinese; larger ones are ASCII only. */
  private void look(PrintOp.Run wanted) {
    boolean resized = wanted.wide() != look.wide() || wanted.high() != look.high();
    boolean wasLarge = look.wide() > 2 || look.high() > 2;
    boolean large = wanted.wide() > 2 || wanted.high() > 2;
    if (resized && (large || wasLarge)) {
      put(GS, '!', large ? (wanted.wide() - 1) << 4 | (wanted.high() - 1) : 0);
    }
    boolean changed = resized || wanted.bold() != look.bold();
    if (changed && !large) {
      boolean wide = wanted.wide() == 2;
      boolean high = wanted.high() == 2;
      put(ESC, '!', (wanted.bold() ? 0x08 : 0) | (high ? 0x10 : 0) | (wide ? 0x20 : 0));
      put(FS, '!', (wide ? 0x04 : 0) | (high ? 0x08 : 0));
    }
    if (wanted.bold() != look.bold()) {
      put(ESC, 'E', wanted.bold() ? 1 : 0);
    }
    look = wanted;
  }

  private void qr(PrintOp.Qr qr) {
    if (!profile.nativeQr()) {
      picture(QrPicture.of(qr.content(), qr.module()), Align.CENTRE);
      return;
    }
    byte[] content = qr.content().getBytes(StandardCharsets.UTF_8);
    int length = content.length + 3;
    align(Align.CENTRE);
    put(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
    put(GS, '(', 'k', 3, 0, 0x31, 0x43, qr.module());
    put(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
    put(GS, '(', 'k', length & 0xff, length >> 8, 0x31, 0x50, 0x30);
    out.writeBytes(content);
    put(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
  }

  /**
   * Pictures are moved by white dots, not by alignment, which cheap printers apply to text only.
   */
  private void picture(Dots dots, Align where) {
    int spare = profile.paper().dots() - dots.width();
    if (spare < 0) {
      throw new IllegalArgumentException(
          "expected pictures of at most %d dots, but one is %d wide"
              .formatted(profile.paper().dots(), dots.width()));
    }
    Dots placed =
        switch (where) {
          case LEFT -> dots;
          case CENTRE -> dots.shiftedRight(spare / 2);
          case RIGHT -> dots.shiftedRight(spare);
        };
    align(Align.LEFT);
    for (int y = 0; y < placed.height(); y += BAND) {
      int rows = Math.min(BAND, placed.height() - y);
      put(GS, 'v', '0', 0);
      put(placed.rowBytes() & 0xff, placed.rowBytes() >> 8, rows & 0xff, rows >> 8);
      out.writeBytes(placed.rows(y, rows));
    }
  }

  private void cut() {
    if (profile.cutter()) {
      put(GS, 'V', 66, 0);
    } else {
      put(ESC, 'J', TEAR_BAR);
    }
  }

  private void put(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
  }
}
