package io.tidehall.kiosk.flow.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * A name as the ways each of its pieces may be typed: a Chinese character as itself or by any of
 * its readings, since nobody types tones or knows which reading a list has; an English word as
 * itself.
 */
record Name(List<List<String>> pieces) {
  /** Stands for any one letter in a typed word with a slip. */
  static final char ANY = '?';

  static Name chinese(String text) {
    var pieces = new ArrayList<List<String>>();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(character -> pieces.add(ways(character)));
    return new Name(List.copyOf(pieces));
  }

  static Name english(String text) {
    return new Name(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(List::of)
            .toList());
  }

  private static List<String> ways(int character) {
    String self = Character.toString(character);
    String[] readings =
        Character.isBmpCodePoint(character)
            ? PinyinHelper.toHanyuPinyinStringArray((char) character)
            : null;
    if (readings == null) {
      return List.of(self);
    }
    return Stream.concat(
            Stream.of(self), Arrays.stream(readings).map(Name::plain).filter(it -> !it.isEmpty()))
        .distinct()
        .toList();
  }

  /** Without the tone, and with v for ü as every Chinese keyboard has it. */
  private static String plain(String reading) {
    return reading.replace("u:", "v").replaceAll("[^a-z]", "");
  }

  int size() {
    return pieces.size();
  }

  /** Whether the typed letters are the first letters of the pieces from this one on. */
  boolean initials(String typed, int from) {
    if (from + typed.length() > size()) {
      return false;
    }
    for (int i = 0; i < typed.length(); i++) {
      char letter = typed.charAt(i);
      if (pieces.get(from + i).stream().noneMatch(way -> same(letter, way.charAt(0)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the typed letters spell the pieces from this one on; the last may be unfinished. */
  boolean spells(String typed, int from) {
    if (typed.isEmpty()) {
      return true;
    }
    if (from == size()) {
      return false;
    }
    for (String way : pieces.get(from)) {
      int common = common(typed, way);
      if (common == typed.length()
          || (common == way.length() && spells(typed.substring(common), from + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the typed letters spell whole pieces in this order, others between: 低保, dibao. */
  boolean gathers(String typed, int from) {
    if (typed.isEmpty()) {
      return true;
    }
    for (int i = from; i < size(); i++) {
      for (String way : pieces.get(i)) {
        if (typed.startsWith(way) && gathers(typed.substring(way.length()), i + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int common(String typed, String way) {
    int most = Math.min(typed.length(), way.length());
    int i = 0;
    while (i < most && same(typed.charAt(i), way.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean same(char typed, char letter) {
    return typed == letter || typed == ANY;
  }
}
