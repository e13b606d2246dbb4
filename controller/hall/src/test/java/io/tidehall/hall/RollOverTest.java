package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollOverTest {
  private static final Command PASS = new Command.PassTime();
  private final HallStory hall = HallStory.staffed(Layout.small().onTrial());

  @Test
  void theDayEndsAtTheRollOverAndNotAtMidnight() {
    TicketId ticket = hall.takes("A");
    hall.on("2026-11-24", "03:59");
    hall.does(PASS);
    assertTrue(hall.alive(ticket));
    assertEquals("20261123-A002", hall.takes("A").value());

    hall.at("04:00");
    hall.does(PASS);
    assertEquals(LocalDate.parse("2026-11-24"), hall.state().day());
    assertEquals("20261124-A001", hall.takes("A").value());
  }

  @Test
  void theHallNamesTheRollOverAsItsNextDeadline() {
    assertEquals(Optional.empty(), Hall.nextDeadline(HallState.empty()));
    assertEquals(
        Optional.of(LocalDate.parse("2026-11-24").atTime(4, 0).atZone(HallStory.ZONE).toInstant()),
        Hall.nextDeadline(hall.state()));
  }

  @Test
  void whoStillWaitsOrWasMissedIsVoid() {
    TicketId missed = hall.takes("A");
    hall.calls("1");
    hall.misses("1");
    TicketId waiting = hall.takes("B");
    hall.on("2026-11-24", "04:00");
    hall.does(PASS);

    assertEquals(
        List.of(missed, waiting),
        hall.all(Event.TicketVoided.class).stream().map(Event.TicketVoided::ticket).toList());
    assertEquals("day-end", hall.all(Event.TicketVoided.class).getFirst().reason());
    assertFalse(hall.alive(missed));
    assertTrue(hall.queue("B").isEmpty());
  }

  @Test
  void whoIsServedOrCalledOrHeldSurvives() {
    TicketId served = hall.takes("A");
    hall.serves("1");
    TicketId held = hall.takes("A");
    hall.serves("2");
    hall.holds("2", HoldKind.PAPERS_KEPT);
    TicketId called = hall.takes("A");
    hall.calls("3");
    hall.on("2026-11-24", "04:00");
    hall.does(PASS);

    assertInstanceOf(TicketState.Serving.class, hall.stateOf(served));
    assertInstanceOf(TicketState.Held.class, hall.stateOf(held));
    assertInstanceOf(TicketState.Called.class, hall.stateOf(called));
    assertInstanceOf(Window.Busy.class, hall.window("1"));
    assertInstanceOf(Window.Closed.class, hall.window("2"));
    hall.finishes("1");
    hall.signIn("2", "li");
    hall.does(new Command.Resume(new WindowId("2"), held));
  }

  @Test
  void clerksWithoutATicketAreSignedOut() {
    hall.calls("1");
    hall.does(new Command.Pause(new WindowId("2"), "tea", null));
    hall.on("2026-11-24", "04:00");
    hall.does(PASS);
    assertEquals(3, hall.all(Event.ClerkSignedOut.class).size());
    hall.takes("A");
    assertEquals(Optional.empty(), hall.ticketAt("1"));
  }

  @Test
  void aChangedAndAnOpenedWindowStayAsTheyAre() {
    hall.changes("3", WindowKind.ASSIST, "C");
    hall.does(new Command.OpenWindow(new WindowId("4"), "season"));
    hall.on("2026-11-24", "04:00");
    hall.does(PASS);
    assertEquals(WindowKind.ASSIST, hall.window("3").plan().kind());
    hall.signIn("4", "wang");
  }

  @Test
  void anyAcceptedRequestRollsTheDayOverAndARefusedOneLeavesItToTheNext() {
    TicketId ticket = hall.takes("A");
    hall.on("2026-11-24", "09:00");
    hall.refuses(Refusal.UNKNOWN_TICKET, new Command.VoidTicket(ticket, "too late"));
    assertTrue(hall.alive(ticket));
    TicketId next = hall.takes("A");

    assertEquals("20261124-A001", next.value());
    assertEquals(ticket, hall.last(Event.TicketVoided.class).ticket());
    assertEquals(LocalDate.parse("2026-11-24"), hall.last(Event.DayBegun.class).day());
  }

  @Test
  void aWeekendIsOneRollOver() {
    hall.takes("A");
    hall.on("2026-11-30", "08:30");
    hall.does(PASS);
    assertEquals(LocalDate.parse("2026-11-30"), hall.last(Event.DayBegun.class).day());
    hall.does(PASS);
    assertTrue(hall.all(Event.DayBegun.class).isEmpty());
  }

  @Test
  void aServiceOverMidnightIsFinishedOnTheNewDay() {
    hall.on("2026-11-24", "03:50");
    hall.takes("A");
    hall.serves("1");
    hall.minutes(60);
    hall.does(new Command.Finish(new WindowId("1"), Outcome.ACCEPTED, ""));
    assertEquals("20261123-A001-1", hall.last(Event.ServiceFinished.class).service().value());
  }
}
