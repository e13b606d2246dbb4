package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuingTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aTicketWaitsInItsLineAndKnowsWhoIsAhead() {
    hall.takes("A");
    hall.takes("B");
    TicketId ticket = hall.takes("A");

    assertEquals("20261123-A002", ticket.value());
    assertEquals(2, hall.last(Event.TicketIssued.class).ahead());
    assertEquals(List.of("A001", "A002"), hall.queue("A"));
    assertTrue(hall.stateOf(ticket) instanceof TicketState.Waiting);
  }

  @Test
  void thoseInOtherLinesOfItsWindowsStandAheadToo() {
    HallStory story = HallStory.empty(Layout.small().withLine("D", 0, "d1"));
    story.on("2026-11-23", "09:00");
    story.signIn("3", "wang");
    story.takes("A");
    story.takes("B");
    assertEquals(0, story.last(Event.TicketIssued.class).ahead(), "no open window serves both");

    story.signIn("1", "li");
    story.takes("C");
    assertEquals(2, story.last(Event.TicketIssued.class).ahead(), "window 1 serves A, B and C");

    story.minutes(10);
    story.takesGreen("B");
    assertEquals(0, story.last(Event.TicketIssued.class).ahead(), "counts as having come earlier");
    assertEquals(4, PeopleAhead.ofNew(story.state(), new LineId("A")));
  }

  @Test
  void whatWasForecastIsKeptWithTheTicket() {
    var promise = new Promise(new Promise.Minutes(1, 2, 3), new Promise.Minutes(2, 4, 6.5), true);
    hall.does(
        new Command.IssueTicket(new LineId("A"), List.of(), null, null, null, "zh-CN", promise));
    assertEquals(promise, hall.last(Event.TicketIssued.class).promise());
  }

  @Test
  void theSlipIsQueuedAtTheNamedPrinterAndNoneWithoutOne() {
    hall.takes("A");
    assertTrue(hall.all(Event.SlipQueued.class).isEmpty());

    hall.does(
        new Command.IssueTicket(new LineId("A"), List.of("a1"), null, null, "printer-1", "en"));
    Event.SlipQueued slip = hall.last(Event.SlipQueued.class);
    assertEquals("printer-1", slip.printer());
    assertEquals("en", slip.language());
    assertFalse(slip.reprint());
    assertEquals(List.of("a1"), hall.last(Event.TicketIssued.class).items());
  }

  @Test
  void theGreenChannelRecordsItsReasonAndGetsItsHeadStart() {
    hall.takes("A");
    hall.minutes(14);
    TicketId green = hall.takesGreen("A");
    Event.TicketIssued issued = hall.last(Event.TicketIssued.class);

    assertEquals("elderly", issued.greenReason());
    assertEquals(hall.now().minusSeconds(15 * 60), issued.rank().since());
    assertEquals(0, issued.ahead());
    assertEquals(List.of("A002", "A001"), hall.queue("A"));
    assertTrue(hall.state().ticket(green).green());
  }

  @Test
  void theGreenChannelDoesNotPassThoseWhoWaitedLongerThanTheHeadStart() {
    hall.takes("A");
    hall.minutes(16);
    hall.takesGreen("A");

    assertEquals(List.of("A001", "A002"), hall.queue("A"));
  }

  @Test
  void anUnknownLineItemOrGreenReasonIsNamed() {
    assertTrue(
        hall.refuses(Refusal.UNKNOWN_LINE, HallStory.issue("X", null, null))
            .because()
            .contains("X"));
    var wrongItem =
        new Command.IssueTicket(new LineId("A"), List.of("a1", "x1"), null, null, null, "zh-CN");
    assertTrue(hall.refuses(Refusal.UNKNOWN_ITEM, wrongItem).because().contains("x1"));
    hall.refuses(
        Refusal.UNKNOWN_ITEM,
        new Command.IssueTicket(new LineId("A"), List.of("b1"), null, null, null, "zh-CN"));
    assertTrue(
        hall.refuses(Refusal.UNKNOWN_REASON, HallStory.issue("A", "tall", null))
            .because()
            .contains("tall"));
  }

  @Test
  void aLineThatNoWindowInServiceTakesIsUnserved() {
    HallStory story =
        HallStory.withOneWindow(
            Layout.small()
                .withLine("D", 0, "d1")
                .withWindowOutOfService("5", WindowKind.TIDAL, "D"));
    story.refuses(Refusal.LINE_UNSERVED, HallStory.issue("D", null, null));

    story.does(new Command.OpenWindow(new WindowId("5"), "peak"));
    assertEquals("D001", story.takes("D").number());
  }

  @Test
  void theQuotaOfALineCountsTheWholeDay() {
    HallStory story = HallStory.withOneWindow(Layout.small().withLine("A", 2, "a1"));
    TicketId first = story.takes("A");
    story.does(new Command.VoidTicket(first, "changed my mind"));
    story.takes("A");
    story.refuses(Refusal.QUOTA_USED_UP, HallStory.issue("A", null, null));
    story.takes("B");

    story.on("2026-11-24", "09:00");
    assertEquals("A001", story.takes("A").number());
  }

  @Test
  void aClosedHallSaysUntilWhen() {
    hall.at("12:00");
    assertTrue(
        hall.refuses(Refusal.HALL_CLOSED, HallStory.issue("A", null, null))
            .because()
            .contains("2026-11-23T14:00"));
    hall.on("2026-11-27", "17:30");
    assertTrue(
        hall.refuses(Refusal.HALL_CLOSED, HallStory.issue("A", null, null))
            .because()
            .contains("2026-11-30T08:30"));
  }

  @Test
  void aTrialHallIsOpenAtAnyHour() {
    HallStory story = HallStory.withOneWindow(Layout.small().onTrial());
    story.on("2026-11-29", "02:00");
    assertEquals("A001", story.takes("A").number());
  }

  @Test
  void aStaffedDutyWindowTakesItsLinesOutsideTheHours() {
    HallStory story = HallStory.empty(Layout.small().withWindow("9", WindowKind.DUTY, "A"));
    story.at("12:30");
    story.refuses(Refusal.HALL_CLOSED, HallStory.issue("A", null, null));

    story.signIn("9", "qian");
    story.takes("A");
    story.refuses(Refusal.HALL_CLOSED, HallStory.issue("B", null, null));
  }

  @Test
  void onePersonHasOneLiveTicketInALineAndSeesItAgain() {
    TicketId first = hall.takesAs("p1", "A");
    Decision.Refused refused =
        hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("A", null, "p1"));

    assertEquals(first, refused.ticket());
    hall.takesAs("p1", "B");
    hall.takesAs("p2", "A");
    hall.takes("A");
  }

  @Test
  void thePersonMayQueueAgainWhenTheTicketIsDone() {
    TicketId first = hall.takesAs("p1", "A");
    hall.serves("1");
    hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("A", null, "p1"));
    hall.finishes("1");
    TicketId second = hall.takesAs("p1", "A");
    hall.does(new Command.VoidTicket(second, "left"));

    assertNotEquals(first, hall.takesAs("p1", "A"));
  }

  @Test
  void aHeldTicketStillCountsAsThePersonsTicket() {
    TicketId held = hall.takesAs("p1", "A");
    hall.serves("1");
    hall.holds("1", HoldKind.PAPERS_WITH_VISITOR);

    assertEquals(
        held, hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("A", null, "p1")).ticket());
  }

  @Test
  void theOutlookIsEmptyWhileNoWindowServesAndSmallBeforeAFreeOne() {
    HallStory story = HallStory.empty(Layout.small());
    story.takes("A");
    assertNull(story.last(Event.TicketIssued.class).outlook());

    hall.takes("A");
    var first = hall.last(Event.TicketIssued.class).outlook();
    hall.takes("A");
    hall.takes("A");
    var third = hall.last(Event.TicketIssued.class).outlook();
    assertTrue(first != null && first.low() == 0 && first.high() == 3, () -> "was " + first);
    assertTrue(third != null && first != null && third.high() > first.high());
  }

  @Test
  void theOutlookCountsThoseAheadAndNotThoseWhomAHeadStartPasses() {
    for (int i = 0; i < 12; i++) {
      hall.takes("A");
    }
    hall.takesGreen("A");
    var green = hall.last(Event.TicketIssued.class);
    hall.takes("A");
    var normal = hall.last(Event.TicketIssued.class);
    assertEquals(0, green.ahead());
    assertTrue(green.outlook() != null && green.outlook().high() <= 5, () -> "was " + green);
    assertTrue(normal.outlook() != null && normal.outlook().low() > 10, () -> "was " + normal);
  }
}
