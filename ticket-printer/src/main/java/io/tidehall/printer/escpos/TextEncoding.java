package io.tidehall.printer.escpos;

import io.tidehall.printer.slip.Cells;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;
import java.util.stream.Collectors;

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
    return lacking(text).isEmpty();
  }

  /** The bytes of text that {@link #has} allows. */
  public byte[] bytes(String text) {
    return Cells.plain(text).getBytes(charset());
  }

  /** The text with □ for each character that the printer's font lacks. */
  String boxed(String text) {
    Set<Integer> lacking = lacking(text);
    var boxed = new StringBuilder();
    text.codePoints().map(c -> lacking.contains(c) ? '□' : c).forEach(boxed::appendCodePoint);
    return boxed.toString();
  }

  private Set<Integer> lacking(String text) {
    CharsetEncoder encoder = Charset.forName(font).newEncoder();
    return Cells.plain(text)
        .codePoints()
        .filter(c -> c >= 0x80)
        .filter(
            c -> !Character.isBmpCodePoint(c) || (this != UTF_8 && !encoder.canEncode((char) c)))
        .boxed()
        .collect(Collectors.toSet());
  }
}
