package io.tidehall.printer.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.Slips;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Slip.Notice.Copy;
import io.tidehall.protocol.Slip.Notice.Kind;
import io.tidehall.protocol.WaitRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What stands on a slip. The golden files in {@code src/test/resources/golden} hold whole layouts;
 * run with {@code -Dgolden.write=true} to write them anew, then read the difference.
 */
class SlipLayoutTest {
  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void theLayoutsAreAsTheGoldenFilesSay(PaperWidth paper) throws IOException {
    golden("ordinary-zh", Slips.ordinary(Language.ZH), paper);
    golden("ordinary-en", Slips.ordinary(Language.EN), paper);
    golden("reprint-zh", Slips.crowded(Language.ZH), paper);
    golden("sparse-en", Slips.sparse(Language.EN), paper);
    golden("booked-zh", Slips.booked(Language.ZH), paper);
    golden("list-zh", Slips.list(Language.ZH, true), paper);
    golden("notice-supplement-zh", notice(Kind.SUPPLEMENT, Copy.VISITOR), paper);
    golden("notice-returned-zh", notice(Kind.RETURNED, Copy.CENTRE), paper);
    golden("notice-joint-en", Slips.notice(Language.EN, Kind.JOINT, Copy.WINDOW), paper);
    golden("test-page-zh", Slips.testPage(Language.ZH), paper);
    golden("day-report-zh", Slips.report(Language.ZH, true), paper);
    golden("day-report-en", Slips.report(Language.EN, true), paper);
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void everyLineFitsThePaper(PaperWidth paper) {
    for (Language language : Language.values()) {
      for (Slip slip :
          List.of(
              Slips.ordinary(language),
              Slips.crowded(language),
              Slips.sparse(language),
              Slips.booked(language),
              Slips.testPage(language),
              Slips.report(language, true),
              Slips.report(language, false),
              Slips.list(language, true),
              Slips.list(language, false),
              Slips.notice(language, Kind.SUPPLEMENT, Copy.WINDOW),
              Slips.notice(language, Kind.RETURNED, Copy.CENTRE),
              Slips.notice(language, Kind.JOINT, Copy.VISITOR),
              Slips.numbered("W".repeat(64)),
              Slips.withItem("A".repeat(500)))) {
        for (PrintOp op : SlipLayout.lay(slip, paper)) {
          if (op instanceof PrintOp.Line line) {
            assertTrue(line.cells() <= paper.cells(), paper + ": " + line.words());
          }
        }
      }
    }
  }

  @Test
  void theWaitIsARangeInWords() {
    assertTrue(says(Language.ZH, new WaitRange(15, 25, false), "约 15-25 分钟"));
    assertTrue(says(Language.EN, new WaitRange(15, 25, false), "about 15-25 min"));
    assertTrue(says(Language.ZH, new WaitRange(0, 5, false), "5 分钟以内"));
    assertTrue(says(Language.ZH, new WaitRange(20, 20, false), "约 20 分钟"));
  }

  @Test
  void aRoughRangeIsCalledAnEstimate() {
    assertTrue(says(Language.ZH, new WaitRange(15, 25, true), "估计 15-25 分钟"));
    assertTrue(says(Language.EN, new WaitRange(15, 25, true), "estimate 15-25 min"));
    assertTrue(says(Language.ZH, new WaitRange(0, 5, true), "估计 5 分钟以内"));
  }

  @Test
  void withoutAnOutlookNothingIsPromised() {
    assertFalse(words(Slips.waiting(Language.ZH, null)).contains("分钟"));
    assertFalse(words(Slips.waiting(Language.EN, null)).contains("min"));
  }

  @Test
  void aReprintSaysSoAndATicketDoesNot() {
    assertTrue(words(Slips.crowded(Language.ZH)).contains("补打"));
    assertTrue(words(Slips.crowded(Language.EN)).contains("REPRINT"));
    assertFalse(words(Slips.ordinary(Language.ZH)).contains("补打"));
  }

  @Test
  void aListHasABoxForEachPaperAndNoNumber() {
    String words = words(Slips.list(Language.ZH, true));
    assertTrue(words.contains("一次性告知单"), words);
    assertEquals(6, words.chars().filter(letter -> letter == '□').count(), words);
    assertTrue(words.contains("10个工作日") && words.contains("免费"), words);
    assertFalse(words.contains("您的号码"), words);
  }

  @Test
  void theThreeCopiesOfANoticeDifferInTheirCopyLineAlone() {
    String window = words(notice(Kind.SUPPLEMENT, Copy.WINDOW));
    String visitor = words(notice(Kind.SUPPLEMENT, Copy.VISITOR));
    assertTrue(window.contains("补办件通知书") && window.contains("20261123-001"), window);
    assertTrue(window.contains("第一联  窗口存档"), window);
    assertEquals(window.replace("第一联  窗口存档", "第二联  服务对象"), visitor);
    assertTrue(words(notice(Kind.SUPPLEMENT, Copy.CENTRE)).contains("第三联  中心备案"));
  }

  @Test
  void aSupplementNoticeCountsWhatIsMissingAndTellsTheDeadline() {
    String words = words(notice(Kind.SUPPLEMENT, Copy.VISITOR)).replaceAll("\\s", "");
    assertTrue(words.contains("补齐下列3项材料"), words);
    assertTrue(words.contains("最迟于2026-11-30（5个工作日内）一次告知"), words);
    assertTrue(words(notice(Kind.RETURNED, Copy.VISITOR)).contains("申请人户籍不在本镇"));
  }

  private static Slip notice(Kind kind, Copy copy) {
    return Slips.notice(Language.ZH, kind, copy);
  }

  @Test
  void theSlipEndsWithTheCut() {
    var ops = SlipLayout.lay(Slips.ordinary(Language.ZH), PaperWidth.MM80);
    assertInstanceOf(PrintOp.Cut.class, ops.getLast());
  }

  @Test
  void neighbouringWindowsAreWrittenAsARange() {
    assertEquals("1–3、5", WindowList.of(List.of("1", "2", "3", "5"), "、"));
    assertEquals("1、2、9", WindowList.of(List.of("1", "2", "9"), "、"));
    assertEquals("A、B、12–14", WindowList.of(List.of("A", "B", "12", "13", "14"), "、"));
    assertEquals("", WindowList.of(List.of(), "、"));
  }

  private static boolean says(Language language, WaitRange range, String words) {
    return words(Slips.waiting(language, range)).contains(words);
  }

  private static String words(Slip slip) {
    return SlipLayout.lay(slip, PaperWidth.MM80).stream()
        .filter(PrintOp.Line.class::isInstance)
        .map(op -> Cells.plain(((PrintOp.Line) op).words()))
        .collect(Collectors.joining("\n"));
  }

  private static void golden(String name, Slip slip, PaperWidth paper) throws IOException {
    String ops =
        SlipLayout.lay(slip, paper).stream()
            .map(SlipLayoutTest::line)
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = Path.of("src/test/resources/golden", name + "-" + paper.millimetres() + "mm.txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, ops, StandardCharsets.UTF_8);
    }
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), ops, file.toString());
  }

  private static String line(PrintOp op) {
    return switch (op) {
      case PrintOp.Line(var runs, var align) ->
          "%-6s ".formatted(align)
              + runs.stream()
                  .map(
                      run ->
                          "%d×%d%s|%s|"
                              .formatted(
                                  run.wide(), run.high(), run.bold() ? " bold " : " ", run.text()))
                  .collect(Collectors.joining(" "));
      case PrintOp.Feed(int dots) -> "FEED   " + dots;
      case PrintOp.Qr(String content, int module) -> "QR     " + module + "|" + content + "|";
      case PrintOp.Picture(Dots dots, var align) -> "%-6s %s".formatted(align, dots);
      case PrintOp.Cut() -> "CUT";
    };
  }
}
