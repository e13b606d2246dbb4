package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallingTest {
  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void theOldestTicketOfAllLinesInScopeIsCalled() {
    TicketId b = hall.takes("B");
    hall.minutes(1);
    TicketId a = hall.takes("A");
    hall.minutes(1);
    TicketId c = hall.takes("C");

    assertEquals(Optional.of(b), hall.calls("1"));
    assertEquals(Optional.of(a), hall.calls("3"));
    assertEquals(Optional.of(c), hall.calls("2"));
  }

  @Test
  void insideALineTheFirstComeIsTheFirstCalled() {
    TicketId first = hall.takes("A");
    TicketId second = hall.takes("A");

    assertEquals(Optional.of(first), hall.calls("2"));
    assertEquals(Optional.of(second), hall.calls("1"));
  }

  @Test
  void theGreenChannelIsCalledFirstUnlessOthersWaitedLonger() {
    TicketId early = hall.takes("A");
    hall.minutes(10);
    TicketId late = hall.takes("B");
    hall.minutes(6);
    TicketId green = hall.takesGreen("C");

    assertEquals(Optional.of(early), hall.calls("1"));
    assertEquals(Optional.of(green), hall.calls("2"));
    hall.arrives("1");
    hall.finishes("1");
    assertEquals(Optional.of(late), hall.calls("1"));
  }

  @Test
  void aWindowCallsNothingOutsideItsScopeAndWaits() {
    TicketId b = hall.takes("B");
    assertEquals(Optional.empty(), hall.calls("3"));
    assertTrue(hall.alive(b));
    assertTrue(hall.window("3") instanceof Window.Free free && free.asked());
  }

  @Test
  void theReasonOfACallIsRecorded() {
    HallStory hall = HallStory.staffed(Layout.small().withPolicy("longest-wait"));
    hall.takes("A");
    hall.minutes(4);
    hall.calls("1");
    Event.TicketCalled called = hall.last(Event.TicketCalled.class);

    assertEquals("longest-wait", called.reason().policy());
    assertEquals("oldest", called.reason().rule());
    assertTrue(called.reason().zh().contains("4 分钟"), called.reason().zh());
    assertTrue(called.reason().en().contains("4 min"), called.reason().en());
    assertEquals("wang", called.clerk().value());
  }

  @Test
  void aWindowThatAskedGetsTheNextArrival() {
    assertEquals(Optional.empty(), hall.calls("1"));
    assertEquals(1, hall.all(Event.WindowAsked.class).size());
    TicketId ticket = hall.takes("C");

    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
    assertEquals("only-free", hall.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void askingTwiceIsAskingOnce() {
    hall.calls("1");
    hall.calls("1");
    hall.takes("A");
    hall.takes("A");
    assertEquals(1, hall.queue("A").size());
  }

  @Test
  void thePressThatAskedOnceMoreIsRememberedToo() {
    hall.calls("1");
    var again =
        new Request("pressed again", Actor.system(), new Command.CallNext(new WindowId("1")));
    assertInstanceOf(Decision.Accepted.class, hall.asks(again));
    hall.takes("A");
    Decision repeated = hall.asks(again);
    assertTrue(assertInstanceOf(Decision.Accepted.class, repeated).repeated(), "though busy now");
  }

  @Test
  void anArrivingTicketGoesToTheDedicatedWindowBeforeAComprehensiveOne() {
    hall.calls("1");
    hall.minutes(1);
    hall.calls("2");
    hall.minutes(1);
    hall.calls("3");
    TicketId ticket = hall.takes("A");

    assertEquals(Optional.of(ticket), hall.ticketAt("3"));
    assertEquals("specialised-first", hall.last(Event.TicketCalled.class).reason().rule());
    assertEquals(Optional.of(hall.takes("A")), hall.ticketAt("1"));
  }

  @Test
  void amongEqualsAnArrivingTicketGoesToTheWindowThatHasBeenFreeTheLongest() {
    HallStory story = HallStory.empty(Layout.small());
    story.signIn("2", "li");
    story.minutes(1);
    story.signIn("1", "wang");
    story.calls("1");
    story.calls("2");
    TicketId ticket = story.takes("B");

    assertEquals(Optional.of(ticket), story.ticketAt("2"));
    assertEquals("longest-free", story.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void theNarrowerScopeGoesFirstAmongWindowsOfAKind() {
    HallStory story =
        HallStory.empty(
            Layout.small()
                .withField("B", "民政")
                .withWindow("1", WindowKind.DEDICATED, "A", "B")
                .withWindow("2", WindowKind.DEDICATED, "A"));
    story.signIn("1", "wang");
    story.minutes(1);
    story.signIn("2", "li");
    story.calls("1");
    story.calls("2");
    TicketId ticket = story.takes("A");
    assertEquals(Optional.of(ticket), story.ticketAt("2"));
    assertEquals("narrowest-scope", story.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void aCallSaysHowManyWerePassedOver() {
    hall.takes("A");
    hall.takes("A");
    TicketId third = hall.takes("A");
    hall.does(choose("1", third, "why"));
    assertEquals(2, hall.last(Event.TicketCalled.class).ahead());
    hall.calls("2");
    assertEquals(0, hall.last(Event.TicketCalled.class).ahead());
  }

  @Test
  void aWindowWithoutAClerkAttractsNoTicket() {
    HallStory story = HallStory.empty(Layout.small());
    TicketId ticket = story.takes("A");
    story.refuses(Refusal.WINDOW_NOT_STAFFED, new Command.CallNext(new WindowId("1")));
    assertEquals(1, story.queue("A").size());

    story.signIn("1", "wang");
    assertEquals(Optional.of(ticket), story.calls("1"));
  }

  @Test
  void aBusyWindowCannotCall() {
    hall.takes("A");
    TicketId ticket = hall.calls("1").orElseThrow();
    assertEquals(
        ticket,
        hall.refuses(Refusal.WINDOW_BUSY, new Command.CallNext(new WindowId("1"))).ticket());
    hall.arrives("1");
    hall.refuses(Refusal.WINDOW_BUSY, new Command.CallNext(new WindowId("1")));
  }

  @Test
  void aPausedClosedOrUnknownWindowCannotCall() {
    hall.does(new Command.Pause(new WindowId("1"), "lunch", null));
    hall.refuses(Refusal.WINDOW_PAUSED, new Command.CallNext(new WindowId("1")));
    hall.refuses(Refusal.WINDOW_NOT_STAFFED, new Command.CallNext(new WindowId("4")));
    hall.refuses(Refusal.UNKNOWN_WINDOW, new Command.CallNext(new WindowId("77")));
  }

  @Test
  void aClerkMayCallAChosenTicketAndSaysWhy() {
    hall.takes("A");
    TicketId second = hall.takes("A");
    hall.refuses(Refusal.REASON_MISSING, choose("1", second, " "));
    hall.does(choose("1", second, "孩子发烧"));

    assertEquals(Optional.of(second), hall.ticketAt("1"));
    Event.TicketCalled called = hall.last(Event.TicketCalled.class);
    assertEquals("clerk", called.reason().rule());
    assertTrue(called.reason().zh().contains("孩子发烧"));
  }

  @Test
  void aChosenTicketMustExistWaitAndBeInScope() {
    hall.refuses(Refusal.UNKNOWN_TICKET, choose("1", new TicketId("20261123-A099"), "why"));
    TicketId b = hall.takes("B");
    hall.refuses(Refusal.NOT_IN_SCOPE, choose("3", b, "why"));
    assertEquals(Optional.of(b), hall.calls("1"));
    hall.refuses(Refusal.TICKET_NOT_WAITING, choose("2", b, "why"));
    TicketId a = hall.takes("A");
    hall.refuses(Refusal.WINDOW_BUSY, choose("1", a, "why"));
    hall.does(new Command.Pause(new WindowId("2"), "tea", null));
    hall.refuses(Refusal.WINDOW_PAUSED, choose("2", a, "why"));
  }

  @Test
  void anAskedWindowThatTakesAChosenTicketNoLongerAsks() {
    hall.takes("B");
    hall.calls("3");
    TicketId a = hall.takes("A");
    assertEquals(Optional.of(a), hall.ticketAt("3"));
    hall.arrives("3");
    hall.finishes("3");
    assertFalse(assertInstanceOf(Window.Free.class, hall.window("3")).asked());
  }

  @Test
  void oneArrivalServesOneWindowAndTheNextTheOther() {
    hall.calls("1");
    hall.calls("2");
    TicketId first = hall.takes("B");
    TicketId second = hall.takes("B");
    assertEquals(Optional.of(first), hall.ticketAt("1"));
    assertEquals(Optional.of(second), hall.ticketAt("2"));
  }

  @Test
  void aSubmitWindowIsNoSpecialistAndAnAssistWindowIs() {
    HallStory story =
        HallStory.empty(
            Layout.small()
                .withWindow("1", WindowKind.COMPREHENSIVE_SUBMIT, "A")
                .withWindow("2", WindowKind.ASSIST, "A", "B"));
    story.signIn("1", "wang");
    story.signIn("2", "li");
    story.calls("1");
    story.calls("2");
    TicketId ticket = story.takes("A");
    assertEquals(Optional.of(ticket), story.ticketAt("2"));
  }

  private static Command choose(String window, TicketId ticket, String reason) {
    return new Command.CallTicket(new WindowId(window), ticket, reason);
  }
}
