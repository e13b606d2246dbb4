package io.tidehall.printer.glyph;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A Chinese font of this machine, for what a printer's own font lacks. */
public final class CjkFont {
  /** Preferred first: those whose ASCII is half as wide as a Chinese character. */
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans Mono CJK SC",
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "WenQuanYi Zen Hei Mono",
          "WenQuanYi Zen Hei",
          "WenQuanYi Micro Hei Mono",
          "WenQuanYi Micro Hei",
          "Droid Sans Fallback",
          "SimHei",
          "SimSun");

  private CjkFont() {}

  /**
   * The best Chinese font installed, one unit high.
   *
   * @throws NoFontException when there is none
   */
  public static Font require() {
    return Found.FONT.orElseThrow(
        () ->
            new NoFontException(
                "expected a Chinese font on this machine for characters that the printer lacks,"
                    + " but none is installed: install one, on Debian 'apt install fonts-noto-cjk'"));
  }

  private static Optional<Font> find() {
    List<String> installed =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    Optional<String> known = PREFERRED.stream().filter(installed::contains).findFirst();
    return known
        .or(() -> installed.stream().filter(name -> hasChinese(font(name))).findFirst())
        .map(CjkFont::font);
  }

  private static Font font(String family) {
    return new Font(family, Font.PLAIN, 1);
  }

  private static boolean hasChinese(Font font) {
    return font.canDisplayUpTo("请到窗口办理") < 0;
  }

  /** Searched once, when first needed: it takes a part of a second. */
  private static final class Found {
    static final Optional<Font> FONT = find();
  }

  /** No font of this machine can draw Chinese. */
  public static final class NoFontException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoFontException(String message) {
      super(message);
    }
  }
}
