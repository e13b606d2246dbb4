package io.tidehall.display;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text runs, counted in Latin letters: a Chinese character is as wide as two, and so are
 * curly quotes in a Chinese font.
 */
public final class Widths {
  private Widths() {}

  public static int of(String text) {
    return text.codePoints().map(Widths::of).sum();
  }

  private static int of(int codePoint) {
    boolean quote = codePoint >= 0x2018 && codePoint <= 0x201D;
    return quote || codePoint >= 0x2E80 ? 2 : 1;
  }

  /** Cuts a text into pieces no wider than {@code most}, after punctuation or a space if any. */
  public static List<String> pieces(String text, int most) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip().replace('\n', ' ');
    while (of(rest) > most) {
      int end = fitting(rest, most);
      int nice = lastBreak(rest, end);
      int cut = nice > end / 2 ? nice : end;
      pieces.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return List.copyOf(pieces);
  }

  private static int fitting(String text, int most) {
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      width += of(codePoint);
      if (width > most) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return Math.max(at, 1);
  }

  private static int lastBreak(String text, int before) {
    for (int i = before; i > 0; i--) {
      if (" ，。；、！？：,.;!?".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return 0;
  }
}
