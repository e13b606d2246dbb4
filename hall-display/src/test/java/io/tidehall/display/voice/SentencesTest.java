package io.tidehall.display.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.protocol.Language;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void aTicketIsSpelledAndAWindowCounted() {
    assertEquals("qing A 0 1 2 hao dao 10 2 hao chuangkou banli", chinese("A012", "12"));
    assertEquals("ticket A 0 1 2 please-go-to-window 12", english("A012", "12"));
  }

  @Test
  void windowsAreCountedAsPeopleCount() {
    assertEquals("2", window("2"));
    assertEquals("10", window("10"));
    assertEquals("2 10", window("20"));
    assertEquals("3 10 5", window("35"));
    assertEquals("1 100 0 5", window("105"));
    assertEquals("1 100 1 10 2", window("112"));
    assertEquals("2 100 3 10", window("230"));
    assertEquals("20 1", englishWindow("21"));
    assertEquals("20", englishWindow("20"));
    assertEquals("1 100 5", englishWindow("105"));
    assertEquals("3 100", englishWindow("300"));
  }

  @Test
  void whatIsNoNumberIsSpelled() {
    assertEquals("B 2", window("b-2"));
    assertEquals("qing Y A 1 0 0 0 hao dao 1 hao chuangkou banli", chinese("YA1000", "1"));
  }

  private static String chinese(String number, String window) {
    return said(number, window, Language.ZH);
  }

  private static String english(String number, String window) {
    return said(number, window, Language.EN);
  }

  private static String window(String window) {
    return chinese("A001", window)
        .replaceAll("^qing A 0 0 1 hao dao ", "")
        .replaceAll(" hao chuangkou banli$", "");
  }

  private static String englishWindow(String window) {
    return english("A001", window).replaceAll("^.*window ", "");
  }

  private static String said(String number, String window, Language language) {
    return Sentences.call(number, window, language).stream()
        .map(clip -> clip.substring(clip.indexOf('/') + 1))
        .collect(Collectors.joining(" "));
  }
}
