package io.tidehall.printer.slip;

import java.util.ArrayList;
import java.util.List;

/**
 * Text measured and wrapped in a printer's cells: ASCII takes one, everything else two. Words stay
 * whole where they can, and closing punctuation never begins a line.
 */
public final class Cells {
  private static final String CLOSING = ",.;:!?)]}%、,。;:!?)】》〉」』”’…";
  private static final String OPENING = "([{(【《〈「『“‘";

  private Cells() {}

  /** The width of text in cells. */
  public static int of(String text) {
    return plain(text).codePoints().map(Cells::ofCodePoint).sum();
  }

  /** The width of a character in cells. */
  public static int ofCodePoint(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  /**
   * The text as printers can take it: dashes and spaces that only typesetters tell apart become
   * ASCII, and what has no shape of its own (control, format and variation marks) is dropped.
   */
  public static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints().map(Cells::fold).filter(Cells::hasShape).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Breaks text into lines of at most {@code width} cells; at least one line, maybe empty. */
  public static List<String> wrap(String text, int width) {
    if (width < 2) {
      throw new IllegalArgumentException("expected a width of at least 2 cells, got " + width);
    }
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrapParagraph(plain(paragraph).strip(), width, lines);
    }
    return List.copyOf(lines);
  }

  private static void wrapParagraph(String text, int width, List<String> lines) {
    var line = new StringBuilder();
    for (String unit : units(text)) {
      if (of(line + unit.stripTrailing()) > width && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      String rest = unit;
      while (of(rest.stripTrailing()) > width) {
        int end = fitting(rest, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(rest);
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Pieces that must not be broken: words with the spaces after them, characters, punctuation. */
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    var unit = new StringBuilder();
    int before = -1;
    for (int c : text.codePoints().toArray()) {
      if (before >= 0 && mayBreak(before, c)) {
        units.add(unit.toString());
        unit.setLength(0);
      }
      unit.appendCodePoint(c);
      before = c;
    }
    if (!unit.isEmpty()) {
      units.add(unit.toString());
    }
    return units;
  }

  private static boolean mayBreak(int before, int after) {
    if (after == ' ' || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || before >= 0x80 || after >= 0x80;
  }

  private static int fitting(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += ofCodePoint(c);
      if (used > width) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static int fold(int c) {
    return switch (c) {
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> '-';
      case 0x00a0, 0x2002, 0x2003, 0x2009, 0x202f -> ' ';
      default -> c;
    };
  }

  private static boolean hasShape(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> true;
    };
  }
}
