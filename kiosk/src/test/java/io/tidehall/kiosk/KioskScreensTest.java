package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WaitRange;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real window, tapped and photographed at its real size into {@code target/screens}. */
class KioskScreensTest extends KioskWindowTest {
  @Test
  void theHallsNoticesStandBelowTheLinesWhereTheyFindRoom() {
    var system =
        Text.of(
            "医保系统今天下午升级，请改日再来办理",
            "Medical insurance is being updated this afternoon: please come another day");
    var early = Text.of("3号窗口今天提前到17:00下班", "Window 3 closes at 17:00 today");
    for (boolean wide : List.of(false, true)) {
      if (wide) {
        sideways();
      }
      open(14, 3);
      hall.state(Topics.HALL, SampleHall.telling(system, early, Text.zh("长".repeat(200))));
      taps.seesText("#notices", system.zh() + "  ·  " + early.zh());
      taps.picture("kiosk-notices" + (wide ? "-wide" : ""));
      for (String aid : List.of("large-print", "low-reach")) {
        taps.tap("#aids");
        taps.tap("#aid-" + aid);
        taps.tap("#aids-done");
        taps.picture("kiosk-notices-" + aid + (wide ? "-wide" : ""));
      }
      taps.tap("#language");
      taps.picture("kiosk-notices-en" + (wide ? "-wide" : ""));
    }
  }

  @Test
  void aVisitorTapsFromTheLineToTheNumber() {
    taps.picture("kiosk-starting");
    open(6, 3);
    taps.picture("kiosk-lines-6");
    taps.tap("#line-A");
    taps.picture("kiosk-items-3");
    taps.tap("#item-i1");
    taps.sees("#screen-confirm");
    assertEquals("0", taps.text("#ahead"));
    taps.picture("kiosk-confirm");
    assertEquals("0–4 分钟（粗略估计）", taps.text("#outlook"));
    taps.tap("#green");
    taps.picture("kiosk-greens");
    taps.tap("#green-g0");
    taps.sees("#screen-confirm");
    assertEquals("0–3 分钟（粗略估计）", taps.text("#outlook"), "with the head start");
    taps.picture("kiosk-confirm-green");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    taps.picture("kiosk-taking");
    hall.answer(
        new HallAnswer.TicketIssued(SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST))));
    taps.sees("#number");
    assertEquals("A001", taps.text("#number"));
    taps.picture("kiosk-issued");
    assertEquals(
        List.of(new Act.TakeTicket("A", List.of("i1"), "g0", null, Language.ZH)), hall.acts());
    taps.tap("#done");
    taps.sees("#screen-lines");
  }

  @Test
  void aLineThatNobodyServesIsNotPromisedAWindow() {
    open(6, 3);
    hall.state(
        Topics.LINES,
        new LinesState(
            2, List.of(new LinesState.Load("F", 3, null, List.of(), List.of(), true, null))));
    taps.settle();
    taps.tap("#line-F");
    taps.sees("#screen-confirm");
    assertEquals("暂无窗口，请到咨询窗口询问", taps.text("#windows"));
    taps.picture("kiosk-confirm-no-window");
    taps.tap("#language");
    taps.picture("kiosk-confirm-no-window-en");
  }

  @Test
  void aWaitThatMayOutlastTheHoursIsSaidBeforeTheNumberIsTaken() {
    open(6, 3);
    hall.state(Topics.HALL, SampleHall.closing(LocalDateTime.parse("2026-11-05T12:00")));
    taps.tap("#line-F");
    taps.seesText("#wait-caption", "预计等候");
    hall.state(Topics.HALL, SampleHall.closing(LocalDateTime.parse("2026-11-05T10:20")));
    taps.seesText("#wait-caption", "预计等候：可能到 10:20 停办以后");
    taps.picture("kiosk-confirm-past");
    taps.tap("#language");
    taps.seesText("#wait-caption", "Expected wait: maybe past closing at 10:20");
    taps.picture("kiosk-en-confirm-past");
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.picture("kiosk-large-en-aids-past");
    taps.tap("#aid-low-reach");
    taps.tap("#aids-done");
    taps.picture("kiosk-low-large-en-confirm-past");
  }

  @Test
  void aDoubleTapOnALineDoesNotChooseAnItemToo() {
    open(6, 20);
    taps.doubleTap("#line-A");
    taps.sees("#screen-items");
    taps.settle();
    assertTrue(taps.has("#screen-items"));
  }

  @Test
  void aDoubleTapOnTakeAsksOnce() {
    open(6, 3);
    taps.tap("#line-F");
    taps.doubleTap("#confirm");
    taps.sees("#screen-taking");
    assertEquals(1, hall.acts().size());
  }

  @Test
  void fourteenLinesAndSixtyItemsAreTurnedByPages() {
    open(14, 60);
    taps.picture("kiosk-lines-14");
    taps.tap("#line-A");
    taps.sees("#page-after");
    taps.picture("kiosk-items-60");
    taps.tap("#page-after");
    taps.sees("#item-i7");
    for (int page = 2; page < 9; page++) {
      taps.tap("#page-after");
      taps.sees("#item-i" + page * 7);
    }
    taps.picture("kiosk-items-60-last");
    taps.tap("#item-i59");
    taps.sees("#screen-confirm");
  }

  @Test
  void everyScreenSpeaksEnglishToo() {
    open(14, 10);
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-en-lines-14");
    taps.tap("#line-J");
    taps.picture("kiosk-en-items");
    taps.tap("#item-i1");
    taps.sees("#screen-confirm");
    taps.picture("kiosk-en-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(new HallAnswer.TicketExists(SampleHall.ticket("AP1234", false)));
    taps.sees("#reprint");
    taps.picture("kiosk-en-exists");
    taps.tap("#reprint");
    hall.answer(new HallAnswer.Done());
    taps.gone("#reprint");
    assertEquals(new Act.ReprintSlip("t-AP1234", Language.EN), hall.acts().getLast());
  }

  @Test
  void whatStandsInTheWayIsSaid() {
    open(6, 3);
    hall.state(Topics.setup("k1"), SampleHall.kiosk(Paper.OUT));
    taps.sees("#screen-paper-out");
    taps.picture("kiosk-paper-out");
    hall.state(Topics.setup("k1"), SampleHall.printerDown());
    taps.sees("#screen-printer-down");
    taps.picture("kiosk-printer-down");
    hall.state(Topics.setup("k1"), SampleHall.withoutPrinter());
    hall.reach(Reach.NO_CONTROLLER);
    taps.sees("#screen-no-controller");
    taps.picture("kiosk-no-controller");
    hall.reach(Reach.ONLINE);
    hall.state(Topics.HALL, SampleHall.closed(LocalDateTime.parse("2026-11-05T14:00")));
    taps.sees("#screen-closed");
    assertTrue(taps.text("#message").contains("14:00"), taps.text("#message"));
    taps.picture("kiosk-closed");
  }

  @Test
  void aLineOfNobodyWhoseWindowsAreBusyTellsWhoStandsAhead() {
    open(6, 3);
    hall.state(
        Topics.LINES,
        new LinesState(
            2,
            List.of(
                new LinesState.Load(
                    "A",
                    0,
                    new WaitRange(20, 50, true),
                    List.of("1"),
                    List.of(),
                    true,
                    null,
                    18,
                    null,
                    null))));
    taps.settle();
    assertEquals("前面 18 人 · 20–50 分钟", taps.text("#load-A"));
  }

  @Test
  void aRefusalAndASilenceSayWhatToDo() {
    open(6, 3);
    taps.tap("#line-F");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(new HallAnswer.Refused("QUOTA_USED_UP", Text.zh("社会保险今日名额已满，请明天 8:30 后再来。")));
    taps.sees("#screen-refused");
    taps.picture("kiosk-refused");
    taps.tap("#done");
    taps.tap("#line-F");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answerNever();
    taps.sees("#screen-unanswered");
    taps.picture("kiosk-unanswered");
    taps.tap("#again");
    taps.sees("#screen-taking");
    var asked = hall.asked();
    assertEquals(
        asked.get(asked.size() - 2).id(), asked.getLast().id(), "asked again under the same id");
    hall.answer(new HallAnswer.TicketIssued(SampleHall.ticket("F001", false)));
    taps.sees("#number");
  }

  @Test
  void theSameKioskFitsASidewaysScreen() {
    sideways();
    open(14, 60);
    taps.picture("kiosk-wide-lines-14");
    taps.tap("#line-A");
    taps.sees("#screen-items");
    taps.picture("kiosk-wide-items");
    taps.tap("#item-i1");
    taps.sees("#screen-confirm");
    taps.picture("kiosk-wide-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(
        new HallAnswer.TicketIssued(SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST))));
    taps.sees("#number");
    taps.picture("kiosk-wide-issued");
  }
}
