package io.tidehall.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.RandomCrowd;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A day of six tickets, counted by hand. */
final class DayReportTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final WindowId ONE = new WindowId("1");
  private static final WindowId TWO = new WindowId("2");

  @TempDir Path folder = Path.of("set by JUnit");

  /**
   * Window 1 (A, B) from 9:00 to 12:00, window 2 (B, C) from 9:00 to 11:00.
   *
   * <pre>
   *          A001        A002        B001            B002         C001        A003
   * issued   9:00:00     9:00:10     9:10:00 green   10:00:00     10:20:00    11:50:00
   * called   9:05:00 →1  9:30:00 →1  9:20:00 →2      10:00:00 →2  -           -
   * arrived  9:06:00     missed      9:20:30         10:01:00     -           -
   * ended    9:30:00     9:31:00     9:50:30         10:11:00     void 10:40  void at 4:00
   * </pre>
   */
  private static DrivenHall day() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    TicketId a1 = hall.take("A");
    hall.at(9, 0, 10);
    hall.take("A");
    hall.at(9, 5, 0);
    hall.desk(new Command.CallNext(ONE));
    hall.at(9, 6, 0);
    hall.desk(new Command.Arrive(ONE));
    hall.at(9, 10, 0);
    TicketId b1 = hall.take("B", "elderly");
    hall.at(9, 20, 0);
    hall.desk(new Command.CallNext(TWO));
    hall.at(9, 20, 30);
    hall.desk(new Command.Arrive(TWO));
    hall.at(9, 30, 0);
    hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
    hall.desk(new Command.CallNext(ONE));
    hall.at(9, 30, 20);
    hall.desk(new Command.Recall(ONE));
    hall.at(9, 30, 40);
    hall.desk(new Command.Recall(ONE));
    hall.at(9, 31, 0);
    hall.desk(new Command.MarkNoShow(ONE));
    hall.at(9, 40, 30);
    hall.desk(new Command.Hold(TWO, HoldKind.PAPERS_KEPT));
    hall.at(9, 45, 30);
    hall.desk(new Command.Resume(TWO, b1));
    hall.at(9, 50, 30);
    hall.desk(new Command.Finish(TWO, Outcome.RETURNED, "not here"));
    hall.desk(new Command.CallNext(TWO));
    hall.at(10, 0, 0);
    TicketId b2 = hall.take("B");
    hall.at(10, 1, 0);
    hall.desk(new Command.Arrive(TWO));
    hall.at(10, 11, 0);
    hall.desk(new Command.Finish(TWO, Outcome.DONE_AT_ONCE, ""));
    hall.at(10, 20, 0);
    TicketId c1 = hall.take("C");
    hall.at(10, 30, 0);
    hall.desk(new Command.Pause(TWO, "break", null));
    hall.at(10, 40, 0);
    hall.must(Actor.manager("m"), new Command.VoidTicket(c1, "left"));
    hall.at(11, 0, 0);
    hall.desk(new Command.SignOut(TWO));
    rate(hall, a1, 5, Channel.HALL_PAD);
    rate(hall, b1, 2, Channel.QR_CODE);
    rate(hall, b2, 5, Channel.DEFAULT);
    hall.at(11, 50, 0);
    hall.take("A");
    hall.at(12, 0, 0);
    hall.desk(new Command.SignOut(ONE));
    return hall;
  }

  private static void rate(DrivenHall hall, TicketId ticket, int level, Channel channel) {
    hall.must(
        Actor.device("pad-1"),
        new Command.Rate(ServiceId.of(ticket, 1), level, List.of(), "慢", channel));
  }

  private static void assertShare(double expected, @Nullable Double share) {
    assertNotNull(share);
    assertEquals(expected, share.doubleValue(), 1e-9);
  }

  private DayReport report(DrivenHall hall) {
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      return DayReports.of(model, DAY).orElseThrow();
    }
  }

  @Test
  void theWaitOfWhoLetOthersGoFirstIsTheVisitorsOwn() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    TicketId first = hall.take("A");
    hall.at(9, 0, 10);
    hall.take("A");
    hall.at(9, 10, 0);
    hall.must(Actor.visitor(first), new Command.DelayTicket(first));
    hall.at(9, 20, 0);
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.at(9, 30, 0);
    hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
    hall.desk(new Command.CallNext(ONE));
    assertEquals(Long.valueOf(1190), report(hall).waits().meanSeconds(), "of the second alone");
  }

  @Test
  void ticketsAndOutcomesAreCounted() {
    DrivenHall hall = day();
    hall.at(23, 59, 0);
    hall.pass(Duration.ofHours(5));
    hall.must(Actor.system(), new Command.PassTime());
    DayReport report = report(hall);
    assertEquals(new DayReport.Tickets(6, 1, 3, 1, 3, 2), report.tickets());
    assertEquals(2, report.outcomes().get(Outcome.DONE_AT_ONCE));
    assertEquals(1, report.outcomes().get(Outcome.RETURNED));
    assertEquals(0, report.outcomes().get(Outcome.JOINT));
    assertEquals(
        List.of("A 3 1 1 2", "B 2 2 0 0", "C 1 0 0 1"),
        report.lines().stream()
            .map(
                it ->
                    it.line()
                        + " "
                        + it.issued()
                        + " "
                        + it.finished()
                        + " "
                        + it.noShows()
                        + " "
                        + it.voids())
            .toList());
    try (ReadModel model = ReadModel.open(folder)) {
      assertEquals(List.of(DAY.plusDays(1), DAY), DayReports.days(model));
      DayReport next = DayReports.of(model, DAY.plusDays(1)).orElseThrow();
      assertEquals(new DayReport.Tickets(0, 0, 0, 0, 0, 0), next.tickets());
      assertNull(next.waits().meanSeconds());
      assertTrue(DayReports.of(model, DAY.minusDays(1)).isEmpty());
    }
  }

  @Test
  void waitsWalksAndHandlingAreMeasured() {
    DayReport report = report(day());
    // 300 s, 1790 s (A002), 600 s, 0 s; the target is 900 s.
    assertEquals(new Waits(4, 673L, 300L, 1790L, 1790L, 1790L, 1, 0.25), report.waits());
    assertEquals(900, report.waitTargetSeconds());
    // Walks 60, 30, 60; handling 1440, 1500 (without 300 held), 600.
    assertEquals(new DayReport.Handling(3, 50L, 1180L, 100L), report.handling());
    assertEquals(
        new Waits(2, 300L, 0L, 600L, 600L, 600L, 0, 0.0), report.lines().get(1).waits(), "B");
  }

  @Test
  void theUseOfWindowsAndTheirIdleTimeWhileSomebodyWaitedAreMeasured() {
    DayReport report = report(day());
    DayReport.WindowRow one = report.windows().getFirst();
    // Busy 9:05–9:31. Idle with A or B waiting: 9:00–9:05 (A001, A002) and 11:50–12:00 (A003).
    // C001 waited 10:20–10:40, which window 1 may not serve.
    assertEquals(3 * 3600, one.staffedSeconds());
    assertEquals(26 * 60, one.busySeconds());
    assertEquals(3 * 3600 - 26 * 60, one.idleSeconds());
    assertEquals(15 * 60, one.idleWhileEligibleSeconds());
    assertEquals(35 * 60, one.idleWhileAnySeconds());
    assertShare(26.0 / 180, one.use());
    assertShare(15.0 / 180, one.idleWhileEligible());
    assertEquals("2 1 1", one.called() + " " + one.finished() + " " + one.noShows());

    DayReport.WindowRow two = report.windows().get(1);
    // Busy 9:20:00–9:40:30, 9:45:30–9:50:30, 10:00–10:11. Paused 10:30–11:00.
    // Idle with B or C waiting: 9:10–9:20 (B001), 10:20–10:30 (C001).
    // Idle with anybody waiting: 9:00–9:20 too (A001, A002).
    assertEquals(2 * 3600, two.staffedSeconds());
    assertEquals(36 * 60 + 30, two.busySeconds());
    assertEquals(30 * 60, two.pausedSeconds());
    assertEquals(90 * 60, two.openSeconds());
    assertEquals(20 * 60, two.idleWhileEligibleSeconds());
    assertEquals(30 * 60, two.idleWhileAnySeconds());
    assertShare(20.0 / 90, two.idleWhileEligible());
    assertEquals(1050L, two.meanServiceSeconds());

    DayReport.WindowRow three = report.windows().get(2);
    assertEquals(0, three.staffedSeconds());
    assertNull(three.use(), "nobody was there");
  }

  @Test
  void satisfactionIsThatOfVisitorsAloneWithoutSilenceAndDefaults() {
    DayReport.Ratings ratings = report(day()).ratings();
    assertEquals(3, ratings.invited());
    assertEquals(2, ratings.rated());
    assertEquals(Map.of(5, 1, 4, 0, 3, 0, 2, 1, 1, 0), ratings.levels());
    assertEquals(1, ratings.defaults());
    assertEquals(0.5, ratings.satisfaction());
  }

  @Test
  void silenceIsNoRating() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    hall.take("A");
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.desk(new Command.Finish(ONE, Outcome.CONSULTED, ""));
    hall.at(9, 1, 0);
    hall.must(Actor.system(), new Command.PassTime());
    DayReport.Ratings ratings = report(hall).ratings();
    assertEquals(1, ratings.silent());
    assertEquals(0, ratings.rated());
    assertNull(ratings.satisfaction());
  }

  @Test
  void aTransferredTicketWaitsTwice() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    hall.signIn("2", "102");
    hall.take("A");
    hall.at(9, 10, 0);
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.at(9, 12, 0);
    hall.desk(
        new Command.Transfer(ONE, new Command.Destination.ToWindow(TWO), Command.Place.KEEP_TIME));
    hall.at(9, 32, 0);
    hall.desk(new Command.CallNext(TWO));
    hall.desk(new Command.Arrive(TWO));
    hall.at(9, 40, 0);
    hall.desk(new Command.Finish(TWO, Outcome.JOINT, ""));
    DayReport report = report(hall);
    assertEquals(new Waits(2, 900L, 600L, 1200L, 1200L, 1200L, 1, 0.5), report.waits());
    assertEquals(1, report.tickets().finished());
    assertEquals(2, report.handling().services());
    assertEquals(0, report.windows().getFirst().finished());
    assertEquals(20 * 60, report.windows().get(1).idleWhileEligibleSeconds(), "sent to it");
    assertEquals(10 * 60, report.windows().getFirst().idleWhileEligibleSeconds());
  }

  @Test
  void aWindowIsNotIdleWhileItsClerkServesAtAnother() {
    var hall = DrivenHall.withTwoWindowsForAClerk(LocalDateTime.of(2026, 11, 23, 9, 0, 0));
    hall.signIn("1", "101");
    hall.signIn("2", "101");
    hall.take("A");
    hall.desk(new Command.CallNext(ONE));
    hall.desk(new Command.Arrive(ONE));
    hall.at(9, 5, 0);
    hall.take("C");
    hall.at(9, 25, 0);
    hall.desk(new Command.Finish(ONE, Outcome.DONE_AT_ONCE, ""));
    hall.at(9, 35, 0);
    hall.desk(new Command.CallNext(TWO));
    hall.at(9, 45, 0);
    hall.desk(new Command.Arrive(TWO));
    hall.desk(new Command.Finish(TWO, Outcome.DONE_AT_ONCE, ""));
    DayReport.WindowRow two = report(hall).windows().get(1);
    assertEquals(10 * 60, two.idleWhileEligibleSeconds());
    assertEquals(10 * 60, two.idleSeconds());
    assertEquals(20 * 60, two.openSeconds());
    assertEquals(45 * 60, two.staffedSeconds());
  }

  @Test
  void percentilesAreByNearestRank() {
    List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();
    assertEquals(new Waits(100, 51L, 50L, 90L, 99L, 100L, 10, 0.1), Waits.of(hundred, 90));
    assertEquals(new Waits(1, 7L, 7L, 7L, 7L, 7L, 0, 0.0), Waits.of(List.of(7L), 7));
    assertEquals(new Waits(0, null, null, null, null, null, 0, null), Waits.of(List.of(), 7));
  }

  @Test
  void theFileIsRfc4180WithAByteOrderMarkInBothLanguages() {
    DayReport report = report(day());
    String chinese =
        new String(
            DayReportCsv.write(report, ZONE, Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
    assertTrue(chinese.startsWith("\uFEFF类别,编号,名称,指标,数值\r\n"), chinese);
    assertTrue(chinese.contains("全厅,,示例便民服务中心,取号数,6\r\n"), chinese);
    String counted = report.asOf().atZone(ZONE).toLocalDateTime().toString().replace('T', ' ');
    assertTrue(chinese.contains("统计截止," + counted), "in the hall's own time: " + chinese);
    assertTrue(chinese.contains("窗口,1,1号窗口,利用率（忙碌/在岗）,0.1444\r\n"), chinese);
    assertTrue(chinese.contains("办理结果,DONE_AT_ONCE,即办办结,办理次数,2\r\n"), chinese);
    String english =
        new String(DayReportCsv.write(report, ZONE, Locale.ENGLISH), StandardCharsets.UTF_8);
    assertTrue(english.startsWith("\uFEFFSection,Id,Name,Figure,Value\r\n"), english);
    assertTrue(english.contains("\"Accepted, promised date\""), english);
    assertTrue(english.contains("Ratings,2,Dissatisfied,Ratings,1\r\n"), english);
    assertEquals(chinese.split("\r\n", -1).length, english.split("\r\n", -1).length);
    assertFalse(chinese.contains("慢") || chinese.contains("101"), "no words, no badges");
    for (String line : english.split("\r\n")) {
      assertEquals(5, line.replaceAll("\"[^\"]*\"", "x").split(",", -1).length, line);
    }
  }

  @Test
  void aNameThatLooksLikeAFormulaOrHasQuotesIsMadeHarmless() {
    var row =
        new DayReport.LineRow(
            "A", "=1+1", "say \"hi\",\nplease", 0, 0, 0, 0, Waits.of(List.of(), 1));
    DayReport some = report(day());
    var report =
        new DayReport(
            some.day(),
            some.asOf(),
            "",
            "",
            900,
            some.tickets(),
            some.waits(),
            some.handling(),
            List.of(row),
            List.of(),
            Map.of(),
            some.ratings(),
            List.of(),
            some.forecasts(),
            some.notices(),
            some.bookings());
    String chinese =
        new String(
            DayReportCsv.write(report, ZONE, Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
    assertTrue(chinese.contains(",A,'=1+1,"), chinese);
    String english =
        new String(DayReportCsv.write(report, ZONE, Locale.ENGLISH), StandardCharsets.UTF_8);
    assertTrue(english.contains(",A,\"say \"\"hi\"\",\nplease\","), english);
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    var chinese = DayReportCsv.texts(Locale.SIMPLIFIED_CHINESE);
    var english = DayReportCsv.texts(Locale.ENGLISH);
    assertEquals(new TreeSet<>(chinese.keySet()), new TreeSet<>(english.keySet()));
    assertTrue(chinese.keySet().stream().noneMatch(key -> chinese.getString(key).isBlank()));
  }

  @Test
  void itIsFitForJson() {
    DayReport report = report(day());
    String json = JsonMapper.builder().build().writeValueAsString(report);
    assertTrue(json.contains("\"idleWhileEligibleSeconds\":900"), json);
    assertTrue(json.contains("\"satisfaction\":0.5"), json);
  }

  @Test
  void theFiguresOfAnyDayAddUp() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 6, 0, 0));
    new RandomCrowd(hall, 21).act(1_000);
    DayReport report = report(hall);
    assertNotNull(report.waits().meanSeconds());
    assertEquals(
        report.tickets().issued(),
        report.lines().stream().mapToInt(DayReport.LineRow::issued).sum());
    assertEquals(
        report.tickets().finished(),
        report.windows().stream().mapToInt(DayReport.WindowRow::finished).sum());
    assertEquals(
        report.tickets().finished(),
        report.outcomes().values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        report.waits().count(), report.lines().stream().mapToInt(it -> it.waits().count()).sum());
    for (DayReport.WindowRow it : report.windows()) {
      assertTrue(it.idleWhileEligibleSeconds() <= it.idleWhileAnySeconds(), it.toString());
      assertTrue(it.idleWhileAnySeconds() <= it.idleSeconds(), it.toString());
      long sum = it.busySeconds() + it.idleSeconds();
      assertTrue(Math.abs(it.openSeconds() - sum) <= 2, it.toString());
      assertTrue(it.openSeconds() + it.pausedSeconds() <= it.staffedSeconds() + 2, it.toString());
    }
  }
}
