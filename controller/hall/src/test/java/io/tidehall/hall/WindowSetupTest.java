package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowSetupTest {
  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void anotherKindAndScopeHoldAtOnce() {
    TicketId b = hall.takes("B");
    hall.changes("3", WindowKind.COMPREHENSIVE, "A", "B");
    assertEquals(Optional.of(b), hall.calls("3"));
    assertEquals(WindowKind.COMPREHENSIVE, hall.window("3").plan().kind());

    hall.takes("B");
    hall.changes("2", WindowKind.DEDICATED, "C");
    assertEquals(Optional.empty(), hall.calls("2"));
  }

  @Test
  void learnedSpeedsStayUntilThePlanSaysOtherwise() {
    var speeds = new WindowSpeeds(new WindowId("3"), List.of(new LineSpeed(new LineId("A"), 1.2)));
    hall.does(new Command.LearnSpeeds(List.of(speeds)));
    assertEquals(1.2, hall.window("3").plan().speed(new LineId("A")));
    hall.does(new Command.Configure(hall.state().plan()));
    assertEquals(1.2, hall.window("3").plan().speed(new LineId("A")));
    int before = hall.all(Event.SpeedsLearned.class).size();
    hall.does(new Command.LearnSpeeds(List.of(speeds)));
    assertEquals(before, hall.all(Event.SpeedsLearned.class).size(), "no news is no event");
  }

  @Test
  void speedsOfWhatIsNotInTheHallAreRefused() {
    var a = new LineSpeed(new LineId("A"), 1.2);
    var nowhere = new LineSpeed(new LineId("Z"), 1.2);
    hall.refuses(
        Refusal.UNKNOWN_WINDOW,
        new Command.LearnSpeeds(List.of(new WindowSpeeds(new WindowId("99"), List.of(a)))));
    hall.refuses(
        Refusal.UNKNOWN_LINE,
        new Command.LearnSpeeds(List.of(new WindowSpeeds(new WindowId("3"), List.of(nowhere)))));
  }

  @Test
  void aWiderScopeGivesAWindowThatAskedItsTicketAtOnce() {
    TicketId b = hall.takes("B");
    assertEquals(Optional.empty(), hall.calls("3"));
    hall.changes("3", WindowKind.DEDICATED, "A", "B");
    assertEquals(Optional.of(b), hall.ticketAt("3"));
    assertEquals(b, hall.last(Event.TicketCalled.class).ticket());
  }

  @Test
  void aNarrowerScopeKeepsAWindowThatAskedFromTheNextArrival() {
    hall.calls("1");
    hall.changes("1", WindowKind.DEDICATED, "C");
    hall.takes("A");
    assertEquals(Optional.empty(), hall.ticketAt("1"));
    TicketId c = hall.takes("C");
    assertEquals(Optional.of(c), hall.ticketAt("1"));
  }

  @Test
  void aBusyWindowFinishesItsTicketUnderTheNewSetup() {
    TicketId b = hall.takes("B");
    hall.serves("1");
    hall.changes("1", WindowKind.DEDICATED, "C");
    assertEquals(Optional.of(b), hall.ticketAt("1"));
    hall.finishes("1");
    hall.takes("B");
    assertEquals(Optional.empty(), hall.calls("1"));
  }

  @Test
  void aPausedOrClosedWindowChangesToo() {
    hall.does(new Command.Pause(new WindowId("1"), "tea", null));
    hall.changes("1", WindowKind.ASSIST, "C");
    assertInstanceOf(Window.Paused.class, hall.window("1"));
    hall.changes("4", WindowKind.DEDICATED, "C");
    assertInstanceOf(Window.Closed.class, hall.window("4"));
  }

  @Test
  void theSameSetupInAnotherOrderIsNoChange() {
    hall.refuses(
        Refusal.NO_CHANGE, HallStory.change("1", WindowKind.COMPREHENSIVE, "C", "A", "B", "A"));
  }

  @Test
  void unknownWindowsAndLinesAreNamed() {
    hall.refuses(Refusal.UNKNOWN_WINDOW, HallStory.change("77", WindowKind.ASSIST, "A"));
    assertTrue(
        hall.refuses(Refusal.UNKNOWN_LINE, HallStory.change("1", WindowKind.ASSIST, "A", "X"))
            .because()
            .contains("X"));
  }

  @Test
  void aTidalWindowOpensForAPeakAndClosesAgain() {
    hall.does(open("4"));
    hall.signIn("4", "qian");
    TicketId ticket = hall.takes("B");
    assertEquals(Optional.of(ticket), hall.calls("4"));
    hall.arrives("4");
    hall.finishes("4");
    hall.does(close("4"));

    assertInstanceOf(Window.Closed.class, hall.window("4"));
    assertEquals("qian", hall.last(Event.ClerkSignedOut.class).clerk().value());
    hall.refuses(Refusal.WINDOW_NOT_STAFFED, new Command.CallNext(new WindowId("4")));
  }

  @Test
  void openingTheOpenAndClosingTheClosedChangesNothing() {
    hall.refuses(Refusal.NO_CHANGE, open("1"));
    hall.refuses(Refusal.NO_CHANGE, close("4"));
    hall.refuses(Refusal.UNKNOWN_WINDOW, open("77"));
    hall.refuses(Refusal.UNKNOWN_WINDOW, close("77"));
  }

  @Test
  void closingWaitsForTheTicketHoweverItEnds() {
    List<Command> ends =
        List.of(
            new Command.Hold(new WindowId("1"), io.tidehall.hall.ticket.HoldKind.PAPERS_KEPT),
            new Command.Finish(new WindowId("1"), io.tidehall.hall.ticket.Outcome.DONE_AT_ONCE, ""),
            new Command.Transfer(
                new WindowId("1"),
                new Command.Destination.ToLine(new LineId("B")),
                Command.Place.END));
    for (Command end : ends) {
      HallStory story = HallStory.withOneWindow(Layout.small());
      story.takes("A");
      story.serves("1");
      story.does(close("1"));
      assertInstanceOf(Window.Busy.class, story.window("1"));
      story.does(end);
      assertInstanceOf(Window.Closed.class, story.window("1"));
    }
  }

  @Test
  void closingWaitsForACalledTicketThatNeverComes() {
    hall.takes("A");
    hall.calls("1");
    hall.does(close("1"));
    hall.misses("1");
    assertInstanceOf(Window.Closed.class, hall.window("1"));
  }

  @Test
  void aWindowOpenedAgainBeforeItsTicketEndsStaysStaffed() {
    hall.takes("A");
    hall.serves("1");
    hall.does(close("1"));
    hall.does(open("1"));
    hall.finishes("1");
    assertInstanceOf(Window.Free.class, hall.window("1"));
  }

  @Test
  void aClosedWindowThatAskedGetsNothing() {
    hall.calls("1");
    hall.does(close("1"));
    hall.takes("A");
    assertEquals(Optional.empty(), hall.ticketAt("1"));
    hall.does(new Command.Pause(new WindowId("2"), "tea", null));
    hall.does(close("2"));
    assertInstanceOf(Window.Closed.class, hall.window("2"));
  }

  private static Command open(String window) {
    return new Command.OpenWindow(new WindowId(window), "peak");
  }

  private static Command close(String window) {
    return new Command.CloseWindow(new WindowId(window), "over");
  }
}
