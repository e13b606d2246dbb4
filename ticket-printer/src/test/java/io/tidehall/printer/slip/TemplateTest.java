package io.tidehall.printer.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.Slips;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Slip;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hall chooses what stands on its slips, without code. */
class TemplateTest {
  @Test
  void anEmptyFileIsAsShipped() {
    Slip slip = Slips.crowded(Language.ZH);
    assertEquals(
        SlipLayout.lay(slip, PaperWidth.MM58),
        SlipLayout.lay(slip, PaperWidth.MM58, Template.read("t", "")));
    assertEquals(
        SlipLayout.lay(slip, PaperWidth.MM58),
        SlipLayout.lay(slip, PaperWidth.MM58, Template.read("t", Template.shippedText())));
  }

  @Test
  void aSectionThatIsLeftOutIsNotPrinted() {
    String words = words("ticket.sections = hall, number, waits", Slips.ordinary(Language.ZH));
    assertTrue(words.contains("A001") && words.contains("预计等候"), words);
    assertFalse(words.contains("医疗保险") || words.contains("过号后"), words);
  }

  @Test
  void sectionsComeInTheOrderGiven() {
    String words = words("ticket.sections = waits line number", Slips.ordinary(Language.ZH));
    assertTrue(words.indexOf("预计等候") < words.indexOf("社保医保"), words);
    assertTrue(words.indexOf("社保医保") < words.indexOf("A001"), words);
  }

  @Test
  void aLanguageMayDifferFromTheOthersOfItsPurpose() {
    String file =
        "list.en.sections = item, materials\nlist.sections = hall, item, materials, terms";
    assertFalse(words(file, Slips.list(Language.EN, true)).contains("Fee"));
    assertTrue(words(file, Slips.list(Language.ZH, true)).contains("收费"));
  }

  @Test
  void linesOfTheHallStandAtTheFootInTheirOrder() {
    String file = "notice.zh-CN.extra.2 = 第二行\nnotice.zh-CN.extra.1 = 监督电话 0571-12345";
    Slip notice = Slips.notice(Language.ZH, Slip.Notice.Kind.JOINT, Slip.Notice.Copy.VISITOR);
    String words = words(file, notice);
    assertTrue(words.contains("监督电话 0571-12345\n·第二行"), words);
    assertFalse(words(file, Slips.ordinary(Language.ZH)).contains("监督电话"));
  }

  @Test
  void everySectionAloneFitsThePaper() {
    for (PaperWidth paper : PaperWidth.values()) {
      for (String section : List.of("number", "number line", "number marks", "number items code")) {
        var template = Template.read("t", "reprint.sections = " + section);
        for (PrintOp op : SlipLayout.lay(Slips.crowded(Language.EN), paper, template)) {
          assertTrue(!(op instanceof PrintOp.Line line) || line.cells() <= paper.cells());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ticket.sections = hall, nummer | t, ticket.sections: expected sections out of hall, number, line, marks, items, waits, code, notices, extra, but 'nummer' came
          ticket.sections = hall, line | t, ticket.sections: expected number among them, without which the slip says nothing, but 'hall, line' came
          list.sections = item item materials | t, list.sections: expected each section once, but 'item twice' came
          receipt.sections = hall | t, receipt.sections: expected it to begin with one of ticket, reprint, list, notice, test-page, day-report, but 'receipt' came
          ticket.colour = red | t, ticket.colour: expected a key such as ticket.sections, ticket.en.sections or ticket.en.extra.1, but 'ticket.colour' came
          ticket.fr.sections = number | t, ticket.fr.sections: expected a key such as ticket.sections, ticket.en.sections or ticket.en.extra.1, but 'ticket.fr.sections' came
          ticket.en.extra.1 = | t, ticket.en.extra.1: expected a line of words, but 'none' came
          """)
  void whatIsNoTemplateIsRefusedWithItsKey(String text, String problem) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Template.read("t", text));
    assertEquals(problem, refused.getMessage());
  }

  @Test
  void aLineThatIsTooLongIsRefused() {
    String text = "ticket.en.extra.1 = " + "x".repeat(121);
    var refused = assertThrows(IllegalArgumentException.class, () -> Template.read("t", text));
    assertTrue(String.valueOf(refused.getMessage()).contains("at most 120 characters"));
  }

  private static String words(String file, Slip slip) {
    return SlipLayout.lay(slip, PaperWidth.MM80, Template.read("t", file)).stream()
        .filter(PrintOp.Line.class::isInstance)
        .map(op -> Cells.plain(((PrintOp.Line) op).words()))
        .collect(Collectors.joining("\n"));
  }
}
