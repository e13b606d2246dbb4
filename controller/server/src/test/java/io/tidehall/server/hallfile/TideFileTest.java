package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.hall.tide.TideRule.Measure;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tidal rules and duties in hall files. */
final class TideFileTest {
  private static final String HALL =
      """
      format: 1
      id: tidal
      zh: 潮汐厅
      level: village
      lines:
        - {prefix: A, zh: 证明, fields: [民政救助, 社会保险, 退役军人, 规划建设, 农业林业, 法律证明]}
      windows:
        - {number: 1, kind: comprehensive, lines: all}
        - {number: 2, kind: tidal, lines: all}
        - {number: 3, kind: tidal, lines: all}
        - {number: 4, kind: tidal, lines: all}
      clerks:
        - {badge: a, name: 甲}
        - {badge: b, name: 乙, roles: [manager, admin]}
      hours:
        workingDays: ["08:30-12:00"]
      tides:
        lagMinutes: 4
        windows:
          - {window: 2, rule: threshold, mode: automatic, reserve: a, measure: people, open: 8, close: 2, leastOpenMinutes: 20}
          - {window: 3, rule: staffing, borrowFrom: 1, safety: 0.8}
          - {window: 4, rule: schedule, times: ["09:30-11:30"], season: 09-01..12-31, weekdays: [monday], marketDays: {calendar: lunar, days: [3, 13, 23]}}
        demand:
          lines: [{line: A, daily: 62.5}]
          profile: [{time: "08:30-10:00", weight: 1.5}, {time: "10:00-12:00", weight: 0.5}]
      duties:
        - {windows: [1], days: weekends, weekdays: [saturday], periods: ["09:00-11:00"]}
      """;

  @Test
  void everyRuleReadsAsItIsWritten() {
    HallPlan plan = read(HALL);
    assertEquals(Duration.ofMinutes(4), plan.tides().lag());
    var people = plan.tides().find(new WindowId("2")).orElseThrow();
    assertTrue(people.automatic());
    assertEquals(new ClerkId("a"), people.reserve());
    var threshold = assertInstanceOf(TideRule.Threshold.class, people.rule());
    assertEquals(Measure.PEOPLE, threshold.measure());
    assertEquals(8, threshold.openAbove());
    assertEquals(2, threshold.closeBelow());
    assertEquals(20, threshold.pace().leastOpen());
    var borrowed = plan.tides().find(new WindowId("3")).orElseThrow();
    assertEquals(new WindowId("1"), borrowed.lender());
    assertEquals(0.8, assertInstanceOf(TideRule.Staffing.class, borrowed.rule()).safety());
    assertEquals(62.5, plan.tides().demand().lines().getFirst().daily());
    assertEquals(510, plan.tides().demand().profile().getFirst().from());
    assertEquals(List.of(DayOfWeek.SATURDAY), plan.duties().getFirst().weekdays());
  }

  @Test
  void lunarMarketDaysBecomeDates() {
    var rule = read(HALL).tides().find(new WindowId("4")).orElseThrow().rule();
    var days = assertInstanceOf(TideRule.Schedule.class, rule).days();
    // 2026-10-12 is the third day of the ninth lunar month, and a Monday.
    assertTrue(days.holds(LocalDate.of(2026, 10, 12)));
    assertEquals(false, days.holds(LocalDate.of(2026, 10, 19)));
  }

  @Test
  void aThresholdMayHaveTimesAtWhichTheWindowOpensInAnyCase() {
    String timed =
        HALL.replace(
            "measure: people, open: 8",
            "times: [\"08:30-11:30\"], marketDays: {days: [5]}, measure: people, open: 8");
    var rule =
        assertInstanceOf(
            TideRule.TimedThreshold.class,
            read(timed).tides().find(new WindowId("2")).orElseThrow().rule());
    assertTrue(rule.schedule().days().holds(LocalDate.of(2026, 10, 5)));
    assertEquals(8, rule.threshold().openAbove());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "close: 2,|close: 9,|tides.windows[0].close|close below open, which is 8|close is 9",
        "window: 2,|window: 9,|tides.windows[0].window|one of the windows 1, 2, 3, 4|there is no '9'",
        "window: 2,|window: 1,|tides.windows[0].window|a window of kind tidal|window 1 is comprehensive",
        "reserve: a,|reserve: z,|tides.windows[0].reserve|one of the badges a, b|there is no 'z'",
        "borrowFrom: 1,|borrowFrom: 3,|tides.windows[1].borrowFrom|another window|it is the window itself",
        "safety: 0.8|close: 1|tides.windows[1].close|no such key with the rule 'staffing'|it is there",
        "measure: people,|season: 01-01..02-01,|tides.windows[0]|the key 'times' with a schedule|it is missing",
        "09-01..12-31|13-01..12-31|tides.windows[2].season|a season such as 09-01..12-31|it is '13-01..12-31'",
        "09:30-11:30|11:30-09:30|tides.windows[2].times[0]|a period that ends after its start|it is 11:30-09:30",
        "line: A, daily|line: B, daily|tides.demand.lines[0].line|one of the lines A|there is no 'B'",
        "windows: [1]|windows: [7]|duties[0].windows[0]|one of the windows 1, 2, 3, 4|there is no '7'",
        "rule: staffing|rule: moon|tides.windows[1].rule|one of manual, schedule, threshold, staffing|it is 'moon'"
      })
  void aWrongRuleIsToldWithItsKeyWhatWasExpectedAndWhatCame(
      String old, String now, String key, String expected, String came) {
    String text = HALL.replace(old, now);
    var wrong = assertInstanceOf(HallFile.Wrong.class, HallFile.read("hall.yaml", text));
    wrong.problems().forEach(SmallHall::assertInChinese);
    Problem problem =
        wrong.problems().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    assertEquals(expected, problem.expected());
    assertEquals(came, problem.came());
    assertEquals("hall.yaml", problem.file());
    assertTrue(problem.line() > 15, problem.text());
  }

  private static HallPlan read(String text) {
    return switch (HallFile.read("hall.yaml", text)) {
      case HallFile.Ready ready -> ready.setup().plan();
      case HallFile.Wrong wrong -> throw new AssertionError(wrong.text());
    };
  }
}
