package io.tidehall.display.voice;

import io.tidehall.protocol.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as a row of clips. Letters and digits of the ticket are said one by one, the window's
 * number as a number: 请 A 零 一 二 号到 十 二 号窗口办理.
 */
public final class Sentences {
  /** The sound before a sentence. */
  public static final String CHIME = "chime";

  private Sentences() {}

  /** The names of the clips, in order, of one reading; a language's clips begin with its tag. */
  public static List<String> call(String number, String window, Language language) {
    List<String> clips = new ArrayList<>();
    switch (language) {
      case ZH -> {
        clips.add("qing");
        spell(clips, number);
        clips.add("hao");
        clips.add("dao");
        window(clips, window, language);
        clips.add("hao");
        clips.add("chuangkou");
        clips.add("banli");
      }
      case EN -> {
        clips.add("ticket");
        spell(clips, number);
        clips.add("please-go-to-window");
        window(clips, window, language);
      }
    }
    return clips.stream().map(clip -> language.tag() + "/" + clip).toList();
  }

  private static void spell(List<String> clips, String text) {
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(it -> clips.add(Character.toString(Character.toUpperCase(it))));
  }

  private static void window(List<String> clips, String window, Language language) {
    if (window.matches("[0-9]{1,3}")) {
      number(clips, Integer.parseInt(window), language);
    } else {
      spell(clips, window);
    }
  }

  private static void number(List<String> clips, int number, Language language) {
    if (language == Language.ZH) {
      chinese(clips, number);
    } else {
      english(clips, number);
    }
  }

  private static void chinese(List<String> clips, int number) {
    int hundreds = number / 100;
    int tens = number / 10 % 10;
    int ones = number % 10;
    if (hundreds > 0) {
      clips.add("" + hundreds);
      clips.add("100");
    }
    if (tens > 0) {
      // 十二, but 一百一十二.
      if (tens > 1 || hundreds > 0) {
        clips.add("" + tens);
      }
      clips.add("10");
    } else if (hundreds > 0 && ones > 0) {
      clips.add("0");
    }
    if (ones > 0 || number == 0) {
      clips.add("" + ones);
    }
  }

  private static void english(List<String> clips, int number) {
    int rest = number % 100;
    if (number >= 100) {
      clips.add("" + number / 100);
      clips.add("100");
    }
    if (rest > 20 && rest % 10 > 0) {
      clips.add("" + (rest - rest % 10));
      clips.add("" + rest % 10);
    } else if (rest > 0 || number == 0) {
      clips.add("" + rest);
    }
  }
}
