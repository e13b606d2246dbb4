package io.tidehall.device.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Free text as the speech engine reads it: Chinese in pinyin with tone numbers, Latin words in
 * English. Phrases whose characters have several readings stand in {@code readings.properties}.
 */
final class FreeWords {
  private static final String CHINESE = "cmn-latn-pinyin";
  private static final String ENGLISH = "en";
  private static final Pattern TIME = Pattern.compile("^(\\d{1,2})[:：](\\d{2})(?!\\d)");
  private static final Pattern FIGURES = Pattern.compile("^\\d+");
  private static final Pattern WORDS = Pattern.compile("^[A-Za-z][A-Za-z'\\- ]*");
  private static final String[] DIGITS = {
    "ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"
  };
  private static final Properties READINGS = readings();
  private static final List<String> PHRASES =
      READINGS.stringPropertyNames().stream()
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();

  /** A piece that one voice reads. */
  record Run(String voice, String text) {}

  private final List<Run> runs = new ArrayList<>();
  private final StringBuilder syllables = new StringBuilder();

  private FreeWords() {}

  /** The pieces of a text, in order; a text without Chinese is one English piece. */
  static List<Run> runs(String text) {
    boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
    return chinese ? new FreeWords().read(text) : List.of(new Run(ENGLISH, text));
  }

  private List<Run> read(String text) {
    String rest = text;
    while (!rest.isEmpty()) {
      rest = rest.substring(one(rest));
    }
    end();
    return List.copyOf(runs);
  }

  /** Reads what stands first, and tells how long it was. */
  private int one(String rest) {
    for (String phrase : PHRASES) {
      if (rest.startsWith(phrase)) {
        syllables.append(READINGS.getProperty(phrase)).append(' ');
        return phrase.length();
      }
    }
    Matcher time = TIME.matcher(rest);
    if (time.find()) {
      hour(Integer.parseInt(time.group(1)));
      syllables.append("dian3 ");
      minutes(Integer.parseInt(time.group(2)));
      return time.end();
    }
    Matcher figures = FIGURES.matcher(rest);
    if (figures.find()) {
      boolean hour = rest.startsWith("点", figures.end()) && figures.end() <= 2;
      if (hour) {
        hour(Integer.parseInt(figures.group()));
      } else {
        figures(figures.group());
      }
      return figures.end();
    }
    Matcher words = WORDS.matcher(rest);
    if (words.find()) {
      end();
      runs.add(new Run(ENGLISH, words.group().strip()));
      return words.end();
    }
    return character(rest.codePointAt(0));
  }

  private int character(int code) {
    String[] sounds =
        code > Character.MAX_VALUE ? null : PinyinHelper.toHanyuPinyinStringArray((char) code);
    if (sounds != null && sounds.length > 0) {
      syllables.append(sounds[0].replace("u:", "v")).append(' ');
    } else if (!Character.isWhitespace(code)) {
      // A mark between words is a short rest.
      end();
    }
    return Character.charCount(code);
  }

  /** Two o'clock is 两点. */
  private void hour(int hour) {
    if (hour == 2) {
      syllables.append("liang3 ");
    } else {
      number(hour);
    }
  }

  private void minutes(int minutes) {
    if (minutes == 30) {
      syllables.append("ban4 ");
    } else if (minutes > 0) {
      if (minutes < 10) {
        syllables.append(DIGITS[0]).append(' ');
      }
      number(minutes);
      syllables.append("fen1 ");
    }
  }

  /** Numbers of up to two figures are numbers; years, telephones and the like go by figures. */
  private void figures(String figures) {
    if (figures.length() <= 2 && !figures.startsWith("0")) {
      number(Integer.parseInt(figures));
    } else {
      figures.chars().forEach(it -> syllables.append(DIGITS[it - '0']).append(' '));
    }
  }

  private void number(int number) {
    int tens = number / 10;
    if (tens > 1) {
      syllables.append(DIGITS[tens]).append(' ');
    }
    if (tens > 0) {
      syllables.append("shi2 ");
    }
    if (number % 10 > 0 || tens == 0) {
      syllables.append(DIGITS[number % 10]).append(' ');
    }
  }

  private void end() {
    if (!syllables.isEmpty()) {
      runs.add(new Run(CHINESE, syllables.toString().strip()));
      syllables.setLength(0);
    }
  }

  private static Properties readings() {
    var readings = new Properties();
    try (InputStream in = FreeWords.class.getResourceAsStream("readings.properties")) {
      readings.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings;
  }
}
