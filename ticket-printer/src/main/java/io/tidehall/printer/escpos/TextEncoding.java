package io.tidehall.printer.escpos;

import io.tidehall.printer.slip.Cells;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a printer takes Chinese, and which characters its own font is trusted to have. What is not
 * trusted is printed as a picture.
 */
public enum TextEncoding {
  /** Most printers. Their fonts hold the two-byte part, not the rare four-byte characters. */
  GB18030("GB18030", "GBK"),
  GBK("GBK", "GBK"),
  GB2312("GB2312", "GB2312"),
  /** Printers with Unicode fonts: the basic plane, not the rare characters beyond it. */
  UTF_8("UTF-8", "UTF-16");

  private final String wire;
  private final String font;

  TextEncoding(String wire, String font) {
    this.wire = wire;
    this.font = font;
  }

  public Charset charset() {
    return Charset.forName(wire);
  }

  /** Whether the printer's own font has every character of the text. */
  public boolean has(String text) {
    return Cells.plain(text).codePoints().allMatch(this::hasCharacter);
  }

  /** The bytes of text that {@link #has} allows. */
  public byte[] bytes(String text) {
    return Cells.plain(text).getBytes(this == UTF_8 ? StandardCharsets.UTF_8 : charset());
  }

  private boolean hasCharacter(int c) {
    if (c < 0x80) {
      return true;
    }
    return this == UTF_8
        ? Character.isBmpCodePoint(c)
        : Charset.forName(font).newEncoder().canEncode(Character.toString(c));
  }
}
