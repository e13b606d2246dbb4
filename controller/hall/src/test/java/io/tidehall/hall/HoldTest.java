package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldTest {
  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void aVisitorWithThePapersReturnsToAnyWindowOfTheLine() {
    TicketId ticket = held("A", HoldKind.PAPERS_WITH_VISITOR);
    hall.does(resume("3", ticket));

    assertEquals(Optional.of(ticket), hall.ticketAt("3"));
    assertEquals("zhao", hall.last(Event.ServiceResumed.class).clerk().value());
    assertEquals("20261123-A001-1", hall.last(Event.ServiceResumed.class).service().value());
  }

  @Test
  void aVisitorWithThePapersCannotReturnToAWindowOutOfScope() {
    TicketId ticket = held("B", HoldKind.PAPERS_WITH_VISITOR);
    hall.refuses(Refusal.NOT_IN_SCOPE, resume("3", ticket));
    hall.does(resume("2", ticket));
  }

  @Test
  void keptPapersBringTheVisitorBackToTheSameWindow() {
    TicketId ticket = held("A", HoldKind.PAPERS_KEPT);
    assertEquals(ticket, hall.refuses(Refusal.HELD_AT_OTHER_WINDOW, resume("2", ticket)).ticket());
    hall.does(resume("1", ticket));
  }

  @Test
  void whileAStepIsUnderWayTheWindowServesOthers() {
    TicketId ticket = held("A", HoldKind.WAITING);
    TicketId other = hall.takes("A");
    assertEquals(Optional.of(other), hall.calls("1"));
    hall.refuses(Refusal.WINDOW_BUSY, resume("1", ticket));
    hall.refuses(Refusal.HELD_AT_OTHER_WINDOW, resume("2", ticket));
    hall.arrives("1");
    hall.finishes("1");
    hall.does(resume("1", ticket));
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
  }

  @Test
  void heldTimeIsNotHandlingTime() {
    TicketId ticket = hall.takes("A");
    hall.serves("1");
    hall.minutes(3);
    hall.holds("1", HoldKind.WAITING);
    hall.minutes(60);
    hall.does(resume("1", ticket));
    hall.minutes(2);
    hall.holds("1", HoldKind.WAITING);
    hall.minutes(10);
    hall.does(resume("1", ticket));
    hall.minutes(1);

    var serving = assertInstanceOf(TicketState.Serving.class, hall.stateOf(ticket));
    assertEquals(Duration.ofMinutes(6), serving.handled(hall.now()));
  }

  @Test
  void aHeldTicketIsNotCalledByAnyone() {
    held("A", HoldKind.PAPERS_WITH_VISITOR);
    assertEquals(Optional.empty(), hall.calls("1"));
  }

  @Test
  void aResumedServiceIsFinishedOnce() {
    TicketId ticket = held("A", HoldKind.PAPERS_KEPT);
    hall.does(resume("1", ticket));
    assertEquals("20261123-A001-1", hall.finishes("1").value());
    hall.refuses(Refusal.UNKNOWN_TICKET, resume("1", ticket));
  }

  @Test
  void onlyAHeldTicketIsResumedAndOnlyAServedOneHeld() {
    TicketId ticket = hall.takes("A");
    hall.refuses(Refusal.TICKET_NOT_HELD, resume("1", ticket));
    hall.refuses(
        Refusal.WINDOW_HAS_NO_TICKET, new Command.Hold(new WindowId("1"), HoldKind.WAITING));
    hall.calls("1");
    hall.refuses(Refusal.NOT_ARRIVED, new Command.Hold(new WindowId("1"), HoldKind.WAITING));
  }

  @Test
  void aPausedWindowResumesNothing() {
    TicketId ticket = held("A", HoldKind.PAPERS_KEPT);
    hall.does(new Command.Pause(new WindowId("1"), "tea", null));
    hall.refuses(Refusal.WINDOW_PAUSED, resume("1", ticket));
  }

  @Test
  void theSameWindowResumesEvenWhenItsScopeHasChanged() {
    TicketId ticket = held("B", HoldKind.PAPERS_KEPT);
    hall.changes("1", WindowKind.DEDICATED, "A");
    hall.does(resume("1", ticket));
  }

  @Test
  void aHeldTicketCanBeGivenUp() {
    TicketId ticket = held("A", HoldKind.PAPERS_KEPT);
    hall.does(new Command.VoidTicket(ticket, "did not come back"));
    assertFalse(hall.alive(ticket));
  }

  private TicketId held(String line, HoldKind kind) {
    TicketId ticket = hall.takes(line);
    hall.serves("1");
    hall.holds("1", kind);
    return ticket;
  }

  private static Command resume(String window, TicketId ticket) {
    return new Command.Resume(new WindowId(window), ticket);
  }
}
