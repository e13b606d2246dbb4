package io.tidehall.hall.tide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.tide.TideRule.Manual;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Schedule;
import io.tidehall.hall.tide.TideRule.Span;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.hall.tide.TideRule.TimedThreshold;
import io.tidehall.hall.tide.TideView.Stage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class TidesTest {
  private static final Pace PACE = new Pace(2, 10, 30, 3, 2);
  private static final Threshold PEOPLE = new Threshold(Measure.PEOPLE, 10, 3, 0, PACE);
  private static final Schedule MORNING = new Schedule(TideDays.ANY, List.of(new Span(570, 690)));

  @Test
  void aThresholdWaitsUntilTheCrowdHasLasted() {
    var hall = new FewWindows(PEOPLE);
    hall.waiting[0] = 10;
    assertEquals(List.of(), hall.minutesPass(2));
    TideWish wish = hall.minutePasses().getFirst();
    assertEquals(TideWish.Act.OPEN, wish.act());
    assertEquals("10 people wait, the limit is 10", wish.reason().en());
    assertEquals("等候 10 人，已达 10 人", wish.reason().zh());
    assertEquals(10, wish.reason().figure());
  }

  @Test
  void aCrowdThatGoesAwayStartsTheClockAnew() {
    var hall = new FewWindows(PEOPLE);
    hall.waiting[0] = 10;
    hall.minutesPass(2);
    hall.waiting[0] = 9;
    hall.minutePasses();
    hall.waiting[0] = 10;
    assertEquals(List.of(), hall.minutesPass(2));
  }

  @Test
  void aWindowIsOpeningUntilItIsMannedAndStaysOpenForItsLeastTime() {
    var hall = new FewWindows(PEOPLE);
    hall.waiting[0] = 10;
    hall.minutesPass(3);
    assertEquals(Stage.OPENING, hall.stage(2));
    hall.waiting[0] = 0;
    hall.minutesPass(5);
    assertEquals(Stage.OPEN, hall.stage(2));
    assertEquals(List.of(), hall.minutesPass(29));
    assertEquals(TideWish.Act.CLOSE, hall.minutePasses().getFirst().act());
  }

  @Test
  void betweenTheTwoFiguresNothingHappens() {
    var hall = new FewWindows(PEOPLE);
    hall.waiting[0] = 10;
    hall.minutesPass(3);
    hall.waiting[0] = 5;
    assertEquals(List.of(), hall.minutesPass(200));
    assertEquals(Stage.OPEN, hall.stage(2));
  }

  @Test
  void workIsSharedAmongTheOpenWindows() {
    var hall = new FewWindows(new Threshold(Measure.WORK, 20, 1, 0, PACE));
    hall.waiting[0] = 7;
    assertEquals(List.of(), hall.minutesPass(5));
    hall.waiting[1] = 1;
    TideWish wish = hall.minutesPass(3).getFirst();
    assertEquals("20 min of work wait for each open window, the limit is 20", wish.reason().en());
  }

  @Test
  void aWindowForOneLineLooksAtThatLineAlone() {
    var hall = new FewWindows(PEOPLE).firstForLineZero();
    hall.waiting[1] = 50;
    assertEquals(List.of(), hall.minutesPass(60));
    hall.waiting[0] = 10;
    assertEquals(1, hall.minutesPass(3).size());
  }

  @Test
  void aLongWaitOpensAWindowThoughFewWait() {
    var hall = new FewWindows(new Threshold(Measure.PEOPLE, 10, 3, 15, PACE));
    hall.waiting[0] = 1;
    hall.longest = 15;
    assertEquals("somebody has waited 15 min", hall.minutesPass(3).getFirst().reason().en());
  }

  @Test
  void aWindowThatWasOpenedThreeTimesIsNotSentAwayAgain() {
    var hall = new FewWindows(PEOPLE);
    for (int opening = 1; opening <= 3; opening++) {
      hall.waiting[0] = 10;
      assertEquals(TideWish.Act.OPEN, hall.minutesPass(30).getFirst().act());
      hall.waiting[0] = 0;
      List<TideWish> then = hall.minutesPass(90);
      assertEquals(opening == 3 ? 0 : 1, then.size(), "after opening " + opening);
    }
  }

  @Test
  void staffingOpensAsManyWindowsAsTheForecastNeeds() {
    Staffing rule = new Staffing(1, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 4));
    var hall = new FewWindows(rule, rule, rule, rule);
    hall.load = 2;
    List<TideWish> wishes = hall.minutePasses();
    assertEquals(List.of(2, 3), wishes.stream().map(TideWish::window).toList());
    assertEquals("windows needed: 4, there: 2", wishes.getFirst().reason().en());
    assertEquals(List.of(), hall.minutesPass(60));
  }

  @Test
  void whatWaitsNowCountsForStaffingToo() {
    var hall = new FewWindows(new Staffing(0, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 4)));
    hall.waiting[0] = 8;
    assertEquals(List.of(), hall.minutePasses());
    hall.waiting[1] = 1;
    assertEquals(1, hall.minutePasses().size());
  }

  @Test
  void noMoreWindowsOpenAtOnceThanAllowed() {
    Staffing rule = new Staffing(0, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 1));
    var hall = new FewWindows(rule, rule, rule);
    hall.load = 5;
    assertEquals(1, hall.minutePasses().size());
    assertEquals(1, hall.minutePasses().size());
  }

  @Test
  void nobodyIsAskedForWhoWouldLeaveBeforeTheFirstCall() {
    var hall = new FewWindows(PEOPLE);
    hall.waiting[0] = 10;
    hall.availableUntil = 545;
    assertEquals(List.of(), hall.minutesPass(10));
  }

  @Test
  void aScheduleAsksInTimeAndClosesWhenItsTimeEnds() {
    var hall = new FewWindows(MORNING);
    assertEquals(List.of(), hall.minutesPass(24));
    assertEquals("scheduled for 09:30–11:30", hall.minutePasses().getFirst().reason().en());
    hall.at(689);
    assertEquals(Stage.OPENING, hall.stage(2));
    assertEquals("the scheduled time ended at 11:30", hall.minutePasses().getFirst().reason().en());
  }

  @Test
  void aScheduleLeavesWhatAPersonHasClosed() {
    var hall = new FewWindows(MORNING);
    hall.at(600);
    hall.minutePasses();
    hall.set(2, false);
    assertEquals(List.of(), hall.minutesPass(60));
  }

  @Test
  void aTimedThresholdOpensAtItsTimesInAnyCaseAndStaysForTheCrowd() {
    var hall = new FewWindows(new TimedThreshold(MORNING, PEOPLE));
    assertEquals("scheduled for 09:30–11:30", hall.minutesPass(25).getFirst().reason().en());
    hall.at(600);
    assertEquals(List.of(), hall.minutesPass(60), "nobody waits, but it is the time for it");
    hall.waiting[0] = 5;
    hall.at(689);
    assertEquals(List.of(), hall.minutesPass(30));
    hall.waiting[0] = 0;
    assertEquals(TideWish.Act.CLOSE, hall.minutesPass(11).getFirst().act());
  }

  @Test
  void aTimedThresholdOpensForACrowdOnAnyOtherDay() {
    var tuesdays =
        new Schedule(
            new TideDays(null, null, List.of(DayOfWeek.TUESDAY), List.of(), null),
            List.of(new Span(570, 690)));
    var hall = new FewWindows(new TimedThreshold(tuesdays, PEOPLE));
    assertEquals(List.of(), hall.minutesPass(60));
    hall.waiting[0] = 10;
    assertEquals("threshold", hall.minutesPass(3).getFirst().reason().rule());
  }

  @Test
  void aScheduleHoldsInItsSeasonAndOnItsDaysOnly() {
    var winter =
        new TideDays(
            MonthDay.of(11, 15), MonthDay.of(2, 28), List.of(DayOfWeek.MONDAY), List.of(), null);
    assertTrue(winter.holds(LocalDate.of(2026, 11, 23)));
    assertTrue(winter.holds(LocalDate.of(2027, 2, 22)));
    assertEquals(false, winter.holds(LocalDate.of(2026, 11, 24)));
    assertEquals(false, winter.holds(LocalDate.of(2026, 10, 26)));
    var market = new TideDays(null, null, List.of(), List.of(1, 11, 21), null);
    assertTrue(market.holds(LocalDate.of(2026, 11, 21)));
    assertEquals(false, market.holds(LocalDate.of(2026, 11, 22)));
    var lunar = new TideDays(null, null, List.of(), List.of(), List.of(LocalDate.of(2026, 3, 3)));
    assertTrue(lunar.holds(LocalDate.of(2026, 3, 3)));
    assertEquals(false, lunar.holds(LocalDate.of(2026, 3, 4)));
  }

  @Test
  void aClerkIsNotBorrowedWhoseWindowDoesTheSameWorkAlready() {
    var hall = new FewWindows(new Staffing(0, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 1)));
    hall.load = 3;
    assertEquals(1, hall.minutePasses().size(), "a reserve clerk helps");
    var lending = new FewWindows(new Staffing(0, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 1)));
    lending.lending(0).load = 3;
    assertEquals(List.of(), lending.minutesPass(30), "window 1 serves line 0 for it as it is");
  }

  @Test
  void aClerkIsBorrowedOnlyWhileHerOwnLineCanBearIt() {
    var work = new Threshold(Measure.WORK, 20, 1, 0, PACE);
    var calm = new FewWindows(work).firstForLineZero().lending(1);
    calm.waiting[0] = 4;
    assertEquals(1, calm.minutesPass(5).size());
    var busy = new FewWindows(work).firstForLineZero().lending(1);
    busy.waiting[0] = 4;
    busy.waiting[1] = 9;
    assertEquals(List.of(), busy.minutesPass(30));
    var people = new FewWindows(PEOPLE).firstForLineZero().lending(1);
    people.waiting[0] = 10;
    people.waiting[1] = 10;
    assertEquals(List.of(), people.minutesPass(30));
    people.waiting[1] = 9;
    assertEquals(1, people.minutesPass(5).size());
  }

  @Test
  void theLendersWindowIsCountedWhereItWillBeOnceHerClerkIsBack() {
    // 2 windows are needed: the open base window, and the lender's once it closes.
    Staffing rule = new Staffing(0, 20, 20, 0, 0, new Pace(0, 8, 30, 2, 1));
    var reserve = new FewWindows(rule);
    reserve.load = 1.2;
    reserve.set(2, true);
    reserve.closed(1);
    assertEquals(List.of(), reserve.minutesPass(60), "without window 1 it cannot be spared");
    var lent = new FewWindows(rule).lending(0);
    lent.load = 1.2;
    lent.set(2, true);
    assertEquals(TideWish.Act.CLOSE, lent.minutesPass(60).getFirst().act());
  }

  @Test
  void aManualWindowIsLeftAlone() {
    var hall = new FewWindows(new Manual());
    hall.waiting[0] = 100;
    assertEquals(List.of(), hall.minutesPass(60));
  }

  @Test
  void aRuleWhoseCloseIsAboveItsOpenCannotBeMade() {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Threshold(Measure.WORK, 4, 5, 0, PACE));
    assertEquals("expected close to be below open, 4.0, but it is 5.0", refused.getMessage());
  }
}
