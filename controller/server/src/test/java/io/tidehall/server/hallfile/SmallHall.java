package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** The smallest hall file, ways to spoil it, and what is told then. */
final class SmallHall {
  static final String SMALL =
      """
      id: small
      zh: 小厅
      level: village
      lines:
        - {prefix: A, zh: 证明, fields: [民政救助, 社会保险, 退役军人, 规划建设, 农业林业, 法律证明]}
      windows:
        - {number: 1, kind: comprehensive, lines: all}
      clerks:
        - {badge: 007, name: 王, roles: [clerk, manager, admin]}
      hours: {workingDays: ["8:30-12:00"]}
      """;

  private SmallHall() {}

  static String with(String old, String now) {
    assertTrue(SMALL.contains(old), old);
    return SMALL.replace(old, now);
  }

  static String without(String old) {
    return with(old, "");
  }

  static String withTop(String text) {
    return SMALL + text + "\n";
  }

  static String withLine(String line) {
    return with("windows:\n", "  - " + line + "\nwindows:\n");
  }

  static String withClerk(String clerk) {
    return with("hours:", "  - " + clerk + "\nhours:");
  }

  static void assertTold(String expected, String text) {
    var problems = wrong(text);
    assertTrue(
        problems.stream().anyMatch(problem -> problem.text().contains(expected)),
        () -> "expected '" + expected + "' in\n" + Problem.text(problems));
  }

  static List<Problem> wrong(String text) {
    var problems =
        assertInstanceOf(HallFile.Wrong.class, HallFile.read("hall.yaml", text)).problems();
    problems.forEach(SmallHall::assertInChinese);
    return problems;
  }

  /** All of a problem is told in Chinese, too. */
  static void assertInChinese(Problem it) {
    for (String words : List.of(it.expected(), it.came(), it.hint())) {
      assertTrue(PhraseBook.find(words).isPresent(), () -> "not in problems-zh.csv: " + words);
    }
  }

  static HallSetup ready(String text) {
    var reading = HallFile.read("hall.yaml", text);
    assertEquals("", reading instanceof HallFile.Wrong wrong ? wrong.text() : "");
    return ((HallFile.Ready) reading).setup();
  }
}
