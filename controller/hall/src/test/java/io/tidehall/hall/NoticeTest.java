package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.notice.Notice;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Notices in three copies: told once, completely, and by the hall's calendar. */
class NoticeTest {
  private static final WindowId ONE = new WindowId("1");
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aNoticeTellsAllThatIsMissingAndIsPrintedInThreeCopies() {
    supplements("身份证", "户口簿", "户口簿", " ");
    Notice notice = hall.last(Event.NoticeIssued.class).notice();
    List<Event.NoticeQueued> copies = hall.all(Event.NoticeQueued.class);

    assertEquals("20261123-001", notice.number());
    assertEquals(List.of("身份证", "户口簿"), notice.list());
    assertEquals(
        List.of(Copy.WINDOW, Copy.VISITOR, Copy.CENTRE),
        copies.stream().map(Event.NoticeQueued::copy).toList());
    assertEquals(3, new HashSet<>(copies.stream().map(Event.NoticeQueued::job).toList()).size());
    assertTrue(copies.stream().allMatch(it -> it.notice().equals(notice.number())));
    assertEquals(3, hall.state().slips().size());
  }

  @Test
  void theDeadlineCountsWorkingDaysOfTheHallsCalendar() {
    supplements("身份证");
    assertEquals(LocalDate.parse("2026-11-30"), hall.last(Event.NoticeIssued.class).notice().due());
    var holidays = HallStory.empty(Layout.small().onTrial());
    holidays.on("2026-09-24", "09:00");
    assertEquals(
        LocalDate.parse("2026-10-09"),
        holidays.state().plan().workingDays().plus(LocalDate.parse("2026-09-24"), 5));
  }

  @Test
  void everyNoticeOfADayHasItsOwnNumberAndTheNextDayBeginsAnew() {
    supplements("身份证");
    hall.takes("A");
    hall.serves("1");
    hall.does(finish(Outcome.JOINT, ""));
    assertEquals("20261123-002", hall.last(Event.NoticeIssued.class).notice().number());
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());
    assertTrue(hall.state().staff().notices().isEmpty());
    assertTrue(hall.state().slips().isEmpty(), "copies that did not come out are given up");
    hall.signIn("1", "wang");
    supplements("身份证");
    assertEquals("20261124-001", hall.last(Event.NoticeIssued.class).notice().number());
  }

  @Test
  void whatIsMissingMustBeListedAndARefusalNeedsItsReason() {
    hall.takes("A");
    hall.serves("1");
    hall.refuses(Refusal.LIST_MISSING, finish(Outcome.SUPPLEMENT, "papers"));
    hall.refuses(Refusal.LIST_MISSING, finish(Outcome.SUPPLEMENT, "papers", " "));
    hall.refuses(Refusal.REASON_MISSING, finish(Outcome.RETURNED, ""));
    hall.refuses(Refusal.NO_NOTICE, finish(Outcome.DONE_AT_ONCE, ""));
    hall.refuses(
        Refusal.UNKNOWN_ITEM,
        new Command.Finish(
            ONE,
            Outcome.RETURNED,
            "why",
            new Command.Telling(List.of("b1"), List.of(), null, "zh-CN")));
    hall.does(finish(Outcome.RETURNED, "not of this town"));
    assertEquals("not of this town", hall.last(Event.NoticeIssued.class).notice().reason());
  }

  @Test
  void aNoticeMayBeAboutOneOfTheItemsOfAJointOrTransferredTicket() {
    hall.does(
        new Command.IssueTicket(new LineId("B"), List.of("a1", "b1"), null, null, null, "zh-CN"));
    hall.serves("1");
    hall.refuses(Refusal.UNKNOWN_ITEM, about("c1"));
    hall.transfers("1", new Command.Destination.ToLine(new LineId("C")), Command.Place.FRONT);
    hall.serves("1");
    hall.refuses(Refusal.UNKNOWN_ITEM, about("a2"));
    hall.does(about("a1", "c1"));
    assertEquals(List.of("a1", "c1"), hall.last(Event.NoticeIssued.class).notice().items());
  }

  @Test
  void aNoticeIsPrintedOnceMoreUnderItsNumberAndTheDoubtfulCopyIsReplaced() {
    supplements("身份证");
    String number = hall.last(Event.NoticeIssued.class).notice().number();
    for (Event.NoticeQueued copy : hall.all(Event.NoticeQueued.class)) {
      hall.does(
          new Command.EndSlip(
              copy.job(), copy.copy() == Copy.CENTRE ? SlipEnd.UNKNOWN : SlipEnd.PRINTED, ""));
    }
    assertEquals(List.of(SlipEnd.PRINTED, SlipEnd.PRINTED, SlipEnd.UNKNOWN), ends(number));
    hall.does(new Command.ReprintNotice(number, "printer-2", "zh-CN"));
    List<Event.NoticeQueued> again = hall.all(Event.NoticeQueued.class);
    assertTrue(again.stream().allMatch(Event.NoticeQueued::reprint));
    again.forEach(it -> hall.does(new Command.EndSlip(it.job(), SlipEnd.PRINTED, "")));
    assertEquals(List.of(SlipEnd.PRINTED, SlipEnd.PRINTED, SlipEnd.PRINTED), ends(number));
    hall.refuses(
        Refusal.UNKNOWN_NOTICE, new Command.ReprintNotice("20261122-001", "printer-2", "zh-CN"));
  }

  @Test
  void withoutAPrinterANoticeIsNumberedAllTheSame() {
    hall.takes("A");
    hall.serves("1");
    hall.does(
        new Command.Finish(
            ONE, Outcome.JOINT, "", new Command.Telling(List.of(), List.of(), null, "zh-CN")));
    assertEquals("20261123-001", hall.last(Event.NoticeIssued.class).notice().number());
    assertTrue(hall.state().slips().isEmpty());
  }

  private static Command about(String... items) {
    return new Command.Finish(
        ONE,
        Outcome.RETURNED,
        "why",
        new Command.Telling(List.of(items), List.of(), null, "zh-CN"));
  }

  private List<SlipEnd> ends(String number) {
    IssuedNotice issued = Objects.requireNonNull(hall.state().staff().notices().get(number));
    return issued.copies().stream().map(it -> Objects.requireNonNull(it.end())).toList();
  }

  private void supplements(String... missing) {
    hall.takes("A");
    hall.serves("1");
    hall.does(finish(Outcome.SUPPLEMENT, "", missing));
  }

  private static Command finish(Outcome outcome, String reason, String... list) {
    return new Command.Finish(
        ONE, outcome, reason, new Command.Telling(List.of(), List.of(list), "printer-1", "zh-CN"));
  }
}
