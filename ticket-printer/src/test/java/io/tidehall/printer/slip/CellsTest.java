package io.tidehall.printer.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.Slips;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void aChineseCharacterIsTwiceAsWideAsALetter() {
    assertEquals(4, Cells.of("A001"));
    assertEquals(8, Cells.of("前面等候"));
    assertEquals(2, Cells.of("𠮷"));
  }

  @Test
  void theLongestItemWrapsWithinThePaperAndLosesNothing() {
    assertEquals(43, Slips.LONGEST_ITEM.length());
    for (int width : new int[] {14, 30, 32, 46, 48}) {
      List<String> lines = Cells.wrap(Slips.LONGEST_ITEM, width);
      assertEquals(Slips.LONGEST_ITEM, String.join("", lines));
      lines.forEach(line -> assertTrue(Cells.of(line) <= width, width + ": " + line));
    }
  }

  @Test
  void aLineNeverBeginsWithClosingPunctuation() {
    for (int width = 8; width < 60; width++) {
      for (String line : Cells.wrap(Slips.LONGEST_ITEM + "、公告。", width)) {
        assertTrue(")、。".indexOf(line.charAt(0)) < 0, width + ": " + line);
        assertTrue(Cells.of(line) <= width, width + ": " + line);
      }
    }
  }

  @Test
  void wordsStayWholeAndLongOnesAreCut() {
    assertEquals(
        List.of("Please see the", "help desk."), Cells.wrap("Please see the help desk.", 14));
    assertEquals(List.of("abcdefgh", "ij kl"), Cells.wrap("abcdefghij kl", 8));
    assertEquals(List.of("请到3号", "窗口"), Cells.wrap("请到3号窗口", 8));
  }

  @Test
  void aLineFeedBeginsANewLine() {
    assertEquals(List.of("上午", "", "下午"), Cells.wrap("上午\n\n下午", 10));
  }

  @Test
  void whatPrintersCannotTellApartBecomesAscii() {
    assertEquals("15-25 min", Cells.plain("15–25\u00a0min"));
  }

  @Test
  void controlAndInvisibleCharactersNeverReachThePrinter() {
    assertEquals("A@B", Cells.plain("A\u001b@\u200bB\ufe0f\u202e"));
  }
}
