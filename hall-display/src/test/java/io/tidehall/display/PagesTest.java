package io.tidehall.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Language;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @Test
  void aScreenDriftsSlowlyInARoundAndNeverFar() {
    var places = new HashSet<Pages.Drift>();
    var last = Pages.drift(Township.NOW);
    for (int second = 0; second < Pages.DRIFT_SECONDS * 8; second++) {
      var now = Pages.drift(Township.NOW.plusSeconds(second));
      assertTrue(Math.abs(now.x() - last.x()) <= 2 && Math.abs(now.y() - last.y()) <= 1);
      places.add(now);
      last = now;
    }
    assertEquals(8, places.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPageHasItsTurnInBothLanguages(int pages) {
    var seen = new HashSet<String>();
    for (int second = 0; second < 900; second++) {
      Instant now = Instant.ofEpochSecond(1_800_000_000L + second);
      seen.add(Pages.language(now) + " " + Pages.shown(pages, now));
    }
    assertEquals(Language.values().length * pages, seen.size());
  }

  @Test
  void pagesAreFilledEvenlyAndLeaveNothingOut() {
    List<Integer> all = IntStream.range(0, 14).boxed().toList();
    assertEquals(all.subList(0, 7), Pages.page(all, 8, 0));
    assertEquals(all.subList(7, 14), Pages.page(all, 8, 1));
    assertEquals(List.of(), Pages.page(List.of(), 8, 0));
  }

  @Test
  void aTextIsCutAfterItsPunctuationAndNothingIsLost() {
    String text = "请带好身份证、户口本和银行卡,到三号窗口办理。午间有人值班,不停止服务!";
    var pieces = Widths.pieces(text, 40);
    assertEquals(text, String.join("", pieces));
    assertTrue(pieces.size() > 1);
    pieces.forEach(piece -> assertTrue(Widths.of(piece) <= 40, piece));
    assertTrue(",。、!".indexOf(pieces.getFirst().charAt(pieces.getFirst().length() - 1)) >= 0);
  }

  @Test
  void aRareCharacterIsNeverCutInTwo() {
    assertEquals(List.of("𠮷𠮷", "𠮷𠮷"), Widths.pieces("𠮷𠮷𠮷𠮷", 4));
  }
}
