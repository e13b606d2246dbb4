package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlipTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  static final DayFigures FIGURES =
      new DayFigures(
          LocalDate.parse("2026-11-23"),
          Instant.parse("2026-11-23T09:42:00Z"),
          186,
          12,
          170,
          9,
          4,
          178,
          640,
          512,
          1_500,
          20,
          31,
          165,
          88,
          List.of(60, 20, 6, 1, 1),
          977,
          null);

  @Test
  void aReprintIsMarkedAndIsAnotherJob() {
    String first = prints();
    TicketId ticket = hall.last(Event.TicketIssued.class).ticket();
    hall.does(new Command.ReprintSlip(ticket, "printer-2", "zh-CN"));
    Event.SlipQueued again = hall.last(Event.SlipQueued.class);

    assertTrue(again.reprint());
    assertEquals("printer-2", again.printer());
    assertNotEquals(first, again.job());
    assertEquals(2, hall.state().slips().size());
  }

  @Test
  void aSlipWaitsUntilItsPrinterTellsTheEndOnce() {
    String job = prints();
    hall.does(new Command.EndSlip(job, SlipEnd.PRINTED, ""));
    assertTrue(hall.state().slips().isEmpty());
    hall.refuses(Refusal.UNKNOWN_JOB, new Command.EndSlip(job, SlipEnd.PRINTED, ""));
  }

  @Test
  void aDeadTicketIsNotPrintedAgain() {
    hall.refuses(
        Refusal.UNKNOWN_TICKET,
        new Command.ReprintSlip(new TicketId("20261123-A009"), "printer-1", "zh-CN"));
  }

  @Test
  void theSlipOfADeadTicketIsGivenUpAtTheEndOfTheDay() {
    String dead = prints();
    hall.serves("1");
    hall.holds("1", HoldKind.PAPERS_KEPT);
    TicketId held = hall.last(Event.ServiceHeld.class).ticket();
    String alive = prints();
    TicketId waiting = hall.last(Event.TicketIssued.class).ticket();
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());

    assertTrue(hall.alive(held));
    assertFalse(hall.alive(waiting));
    assertEquals(alive, hall.last(Event.SlipEnded.class).job());
    assertEquals(SlipEnd.UNKNOWN, hall.last(Event.SlipEnded.class).end());
    assertTrue(hall.state().slips().containsKey(dead));
  }

  @Test
  void aListIsPrintedForAnItemWithoutATicketAndEndsLikeASlip() {
    String item = aListedItem();
    hall.does(new Command.PrintList(item, "printer-1", "zh-CN"));
    Event.ListQueued list = hall.last(Event.ListQueued.class);
    assertEquals(
        new PendingSlip(
            list.job(), "printer-1", null, false, "zh-CN", list.at(), item, null, null, null),
        hall.state().slips().get(list.job()));
    hall.does(new Command.EndSlip(list.job(), SlipEnd.PRINTED, ""));
    assertTrue(hall.state().slips().isEmpty());
    hall.refuses(Refusal.UNKNOWN_ITEM, new Command.PrintList("no-such-item", "printer-1", "zh-CN"));
  }

  @Test
  void aListThatDidNotComeOutIsGivenUpAtTheEndOfTheDay() {
    hall.does(new Command.PrintList(aListedItem(), "printer-1", "zh-CN"));
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());
    assertEquals(SlipEnd.UNKNOWN, hall.last(Event.SlipEnded.class).end());
    assertTrue(hall.state().slips().isEmpty());
  }

  @Test
  void aDaysFiguresArePrintedForAManagerAlone() {
    hall.asks(Actor.manager("100"), new Command.PrintReport(FIGURES, "printer-1", "en"));
    Event.ReportQueued report = hall.last(Event.ReportQueued.class);
    assertEquals(
        List.of(FIGURES),
        hall.state().slips().values().stream().map(PendingSlip::figures).toList());
    hall.does(new Command.EndSlip(report.job(), SlipEnd.PRINTED, ""));
    assertTrue(hall.state().slips().isEmpty());
    hall.refuses(
        Refusal.REPORTS_MANAGER_ONLY,
        Actor.clerk("wang"),
        new Command.PrintReport(FIGURES, "printer-1", "en"));
  }

  @Test
  void aTestPageBelongsToNothingAndEndsLikeASlip() {
    hall.does(new Command.PrintTestPage("printer-1", "en"));
    Event.TestPageQueued page = hall.last(Event.TestPageQueued.class);
    assertEquals(
        new PendingSlip(
            page.job(), "printer-1", null, false, "en", page.at(), null, null, null, null),
        hall.state().slips().get(page.job()));
    hall.does(new Command.EndSlip(page.job(), SlipEnd.FAILED, "cover open"));
    assertTrue(hall.state().slips().isEmpty());
  }

  private String aListedItem() {
    return hall.state().plan().lines().stream()
        .flatMap(line -> line.items().stream())
        .findFirst()
        .orElseThrow();
  }

  private String prints() {
    hall.does(
        new Command.IssueTicket(new LineId("A"), List.of(), null, null, "printer-1", "zh-CN"));
    return hall.last(Event.SlipQueued.class).job();
  }
}
