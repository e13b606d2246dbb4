package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.Rules.ReturnPlace;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoShowTest {
  private static final Command RECALL = new Command.Recall(new WindowId("1"));
  private static final Command NO_SHOW = new Command.MarkNoShow(new WindowId("1"));

  @Test
  void aTicketIsCalledAtMostThreeTimes() {
    HallStory hall = called(Layout.small());
    hall.seconds(20);
    hall.does(RECALL);
    assertEquals(2, hall.last(Event.TicketRecalled.class).times());
    hall.seconds(20);
    hall.does(RECALL);
    assertEquals(3, hall.last(Event.TicketRecalled.class).times());
    hall.seconds(20);
    hall.refuses(Refusal.CALL_LIMIT_REACHED, RECALL);
  }

  @Test
  void fastPressesCannotBurnATicket() {
    HallStory hall = called(Layout.small());
    hall.seconds(19);
    assertTrue(hall.refuses(Refusal.TOO_SOON, RECALL).because().contains("1 more second"));
    hall.seconds(1);
    hall.does(RECALL);
    hall.refuses(Refusal.TOO_SOON, RECALL);
  }

  @Test
  void aNoShowNeedsAllCallsAndTheGapAfterTheLast() {
    HallStory hall = called(Layout.small());
    hall.minutes(5);
    hall.refuses(Refusal.CALLS_NOT_USED_UP, NO_SHOW);
    hall.does(RECALL);
    hall.seconds(20);
    hall.does(RECALL);
    hall.seconds(19);
    hall.refuses(Refusal.TOO_SOON, NO_SHOW);
    hall.seconds(1);
    hall.does(NO_SHOW);

    assertEquals(3, hall.last(Event.TicketMissed.class).calls());
    assertInstanceOf(Window.Free.class, hall.window("1"));
  }

  @Test
  void theWindowIsFreeForTheNextAfterANoShow() {
    HallStory hall = called(Layout.small());
    TicketId next = hall.takes("A");
    hall.misses("1");
    assertEquals(Optional.of(next), hall.calls("1"));
  }

  @Test
  void withoutACalledTicketThereIsNothingToRecallOrMiss() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.refuses(Refusal.WINDOW_HAS_NO_TICKET, RECALL);
    hall.refuses(Refusal.WINDOW_HAS_NO_TICKET, NO_SHOW);
    hall.takes("A");
    hall.serves("1");
    hall.refuses(Refusal.ALREADY_ARRIVED, RECALL);
    hall.refuses(Refusal.ALREADY_ARRIVED, NO_SHOW);
  }

  @Test
  void aMissedTicketComesBackToTheEnd() {
    HallStory hall = missedBeforeFour(Layout.small().withReturn(ReturnPlace.END, 0));
    assertEquals(List.of("A002", "A003", "A004", "A005", "A001"), hall.queue("A"));
    hall.minutes(1);
    hall.takes("A");
    assertEquals("A006", hall.queue("A").getLast());
  }

  @Test
  void aMissedTicketComesBackAfterTwoPlaces() {
    HallStory hall = missedBeforeFour(Layout.small().withReturn(ReturnPlace.AFTER_PLACES, 2));
    assertEquals(List.of("A002", "A003", "A001", "A004", "A005"), hall.queue("A"));
  }

  @Test
  void aMissedTicketComesBackToTheEndOfAShorterQueue() {
    HallStory hall = missedBeforeFour(Layout.small().withReturn(ReturnPlace.AFTER_PLACES, 9));
    assertEquals(List.of("A002", "A003", "A004", "A005", "A001"), hall.queue("A"));
  }

  @Test
  void twoWhoComeBackAreEachBehindThePlacesTheyOwe() {
    HallStory hall = called(Layout.small().withReturn(ReturnPlace.AFTER_PLACES, 2));
    TicketId first = hall.ticketAt("1").orElseThrow();
    hall.misses("1");
    TicketId second = hall.takes("A");
    hall.calls("1");
    hall.misses("1");
    for (int i = 0; i < 4; i++) {
      hall.seconds(1);
      hall.takes("A");
    }
    hall.does(new Command.Requeue(second));
    hall.does(new Command.Requeue(first));
    assertEquals(List.of("A003", "A004", "A001", "A002", "A005", "A006"), hall.queue("A"));
  }

  @Test
  void aMissedTicketComesBackToItsOriginalPlace() {
    HallStory hall = missedBeforeFour(Layout.small().withReturn(ReturnPlace.ORIGINAL, 0));
    assertEquals(List.of("A001", "A002", "A003", "A004", "A005"), hall.queue("A"));
  }

  @Test
  void aTicketComesBackTwiceAndNotAThirdTime() {
    HallStory hall = called(Layout.small());
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    for (int comesBack = 0; comesBack < 2; comesBack++) {
      hall.misses("1");
      hall.does(new Command.Requeue(ticket));
      assertEquals(Optional.of(ticket), hall.calls("1"));
    }
    hall.misses("1");
    assertEquals(
        ticket, hall.refuses(Refusal.RETURNS_USED_UP, new Command.Requeue(ticket)).ticket());
  }

  @Test
  void whoseReturnsAreUsedUpMayTakeANewTicketAndTheOldOneIsVoid() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    TicketId ticket = hall.takesAs("p1", "A");
    hall.calls("1");
    for (int comesBack = 0; comesBack < 2; comesBack++) {
      hall.misses("1");
      hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("A", null, "p1"));
      hall.does(new Command.Requeue(ticket));
      hall.calls("1");
    }
    hall.misses("1");
    TicketId fresh = hall.takesAs("p1", "A");

    assertEquals(ticket, hall.last(Event.TicketVoided.class).ticket());
    assertEquals("replaced", hall.last(Event.TicketVoided.class).reason());
    assertEquals(
        fresh, hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("A", null, "p1")).ticket());
  }

  @Test
  void everyVisitHasItsOwnCalls() {
    HallStory hall = called(Layout.small());
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    hall.misses("1");
    hall.does(new Command.Requeue(ticket));
    hall.calls("1");
    assertEquals(1, assertInstanceOf(TicketState.Called.class, hall.stateOf(ticket)).calls());
  }

  @Test
  void onlyAMissedTicketComesBack() {
    HallStory hall = called(Layout.small());
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    hall.refuses(Refusal.TICKET_NOT_MISSED, new Command.Requeue(ticket));
    hall.refuses(Refusal.UNKNOWN_TICKET, new Command.Requeue(new TicketId("20261123-Z001")));
  }

  @Test
  void aClerkMayCallAMissedTicketStraightAway() {
    HallStory hall = called(Layout.small());
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    hall.misses("1");
    hall.does(new Command.CallTicket(new WindowId("1"), ticket, "came after all"));
    hall.arrives("1");
    assertInstanceOf(TicketState.Serving.class, hall.stateOf(ticket));
  }

  @Test
  void aReturnGoesStraightToAWindowThatAsked() {
    HallStory hall = called(Layout.small());
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    hall.misses("1");
    assertEquals(Optional.empty(), hall.calls("1"));
    hall.does(new Command.Requeue(ticket));
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
  }

  private static HallStory called(Layout layout) {
    HallStory hall = HallStory.withOneWindow(layout);
    hall.takes("A");
    hall.calls("1");
    return hall;
  }

  private static HallStory missedBeforeFour(Layout layout) {
    HallStory hall = called(layout);
    TicketId ticket = hall.ticketAt("1").orElseThrow();
    for (int i = 0; i < 4; i++) {
      hall.seconds(1);
      hall.takes("A");
    }
    hall.misses("1");
    hall.does(new Command.Requeue(ticket));
    return hall;
  }
}
