package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command.Destination;
import io.tidehall.hall.Command.Place;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final Destination TO_B = new Destination.ToLine(new LineId("B"));
  private static final Destination TO_2 = new Destination.ToWindow(new WindowId("2"));
  private static final Destination TO_QIAN = new Destination.ToClerk(new ClerkId("qian"));

  private final HallStory hall = HallStory.staffed(Layout.small());

  @Test
  void aTicketGoesOnUnderTheSameNumber() {
    TicketId ticket = serving("A");
    hall.transfers("1", TO_B, Place.END);

    assertEquals(List.of("A001"), hall.queue("B"));
    assertEquals(new LineId("B"), hall.state().ticket(ticket).line());
    assertInstanceOf(Window.Free.class, hall.window("1"));
    assertEquals("END", hall.last(Event.TicketTransferred.class).mode());
    assertEquals(Optional.of(ticket), hall.calls("2"));
    hall.arrives("2");
    assertEquals("20261123-A001-2", hall.last(Event.ServiceStarted.class).service().value());
  }

  @Test
  void keepingItsTimeItStandsByItsAge() {
    before();
    hall.transfers("1", TO_B, Place.KEEP_TIME);
    assertEquals(List.of("B001", "A001", "B002"), hall.queue("B"));
  }

  @Test
  void atTheEndItStandsLast() {
    before();
    hall.transfers("1", TO_B, Place.END);
    assertEquals(List.of("B001", "B002", "A001"), hall.queue("B"));
  }

  @Test
  void atTheFrontItStandsFirst() {
    before();
    hall.transfers("1", TO_B, Place.FRONT);
    assertEquals(List.of("A001", "B001", "B002"), hall.queue("B"));
  }

  @Test
  void atTheFrontOfAnEmptyLineItStaysFirstWhenTheGreenChannelComes() {
    serving("A");
    hall.minutes(20);
    hall.transfers("1", TO_B, Place.FRONT);
    hall.takesGreen("B");
    assertEquals(List.of("A001", "B001"), hall.queue("B"));
  }

  @Test
  void atTheFrontOfAWindowItStandsBeforeTheLinesOfThatWindow() {
    TicketId early = hall.takes("C");
    hall.minutes(5);
    TicketId ticket = hall.takes("A");
    hall.does(new Command.CallTicket(new WindowId("1"), ticket, "why"));
    hall.arrives("1");
    hall.transfers("1", TO_2, Place.FRONT);

    assertEquals(Optional.of(ticket), hall.calls("2"));
    assertEquals(Optional.of(early), hall.calls("1"));
  }

  @Test
  void atTheEndItStandsBehindWhoCameInTheSameInstant() {
    TicketId ticket = serving("A");
    TicketId other = hall.takes("B");
    hall.transfers("1", TO_B, Place.END);
    assertEquals(List.of(other.number(), ticket.number()), hall.queue("B"));
    hall.takes("B");
    assertEquals(List.of("B001", "A001", "B002"), hall.queue("B"));
  }

  @Test
  void sentToAWindowOnlyThatWindowCallsIt() {
    TicketId ticket = serving("A");
    hall.transfers("1", TO_2, Place.END);

    assertEquals(Optional.empty(), hall.calls("1"));
    assertEquals(Optional.empty(), hall.calls("3"));
    assertEquals(Optional.of(ticket), hall.calls("2"));
    assertEquals("transferred-here", hall.last(Event.TicketCalled.class).reason().rule());
    assertEquals(new LineId("A"), hall.state().ticket(ticket).line());
  }

  @Test
  void sentToAWindowThatAskedItIsCalledThereAtOnce() {
    TicketId ticket = serving("A");
    hall.calls("2");
    hall.transfers("1", TO_2, Place.KEEP_TIME);
    assertEquals(Optional.of(ticket), hall.ticketAt("2"));
  }

  @Test
  void sentToAClerkItFollowsHerToHerWindow() {
    TicketId ticket = serving("A");
    hall.transfers("1", TO_QIAN, Place.END);
    assertEquals(Optional.empty(), hall.calls("2"));

    hall.does(new Command.SignOut(new WindowId("3")));
    hall.signIn("3", "qian");
    assertEquals(Optional.of(ticket), hall.calls("3"));
  }

  @Test
  void whoStandsInForTheClerkTakesHerTickets() {
    TicketId ticket = serving("A");
    hall.transfers("1", new Destination.ToClerk(new ClerkId("wang")), Place.END);
    hall.does(new Command.SignOut(new WindowId("1")));
    hall.does(new Command.SignOut(new WindowId("2")));
    hall.does(new Command.SignIn(new WindowId("2"), new ClerkId("li"), new ClerkId("wang")));

    assertEquals(Optional.of(ticket), hall.calls("2"));
  }

  @Test
  void aTransferToNowhereIsRefused() {
    serving("A");
    hall.refuses(
        Refusal.UNKNOWN_LINE, transfer(new Destination.ToLine(new LineId("X")), Place.END));
    hall.refuses(
        Refusal.UNKNOWN_WINDOW, transfer(new Destination.ToWindow(new WindowId("77")), Place.END));
    hall.refuses(
        Refusal.UNKNOWN_CLERK, transfer(new Destination.ToClerk(new ClerkId("nobody")), Place.END));
  }

  @Test
  void aTransferToWhereNobodyServesIsRefused() {
    HallStory story = HallStory.withOneWindow(Layout.small().withLine("D", 0, "d1"));
    story.takes("A");
    story.serves("1");
    story.refuses(
        Refusal.WINDOW_NOT_IN_SERVICE,
        transfer(new Destination.ToWindow(new WindowId("4")), Place.END));
    story.refuses(
        Refusal.LINE_UNSERVED, transfer(new Destination.ToLine(new LineId("D")), Place.END));
  }

  @Test
  void whoWasSentToAWindowAndMissedComesBackToThatWindow() {
    TicketId ticket = sentToThree();
    hall.calls("3");
    hall.misses("3");
    hall.does(new Command.Requeue(ticket));
    assertEquals(List.of(ticket.number()), hall.queue(Lane.of(new WindowId("3"))));
  }

  @Test
  void whoComesBackToAWindowWithoutAClerkGoesToTheLine() {
    TicketId ticket = sentToThree();
    hall.calls("3");
    hall.misses("3");
    hall.does(new Command.SignOut(new WindowId("3")));
    hall.does(new Command.Requeue(ticket));
    assertEquals(List.of(ticket.number()), hall.queue("B"));
  }

  @Test
  void whoWasSentToAWindowThatClosesGoesBackIntoTheLine() {
    TicketId ticket = sentToThree();
    hall.calls("1");
    hall.does(new Command.CloseWindow(new WindowId("3"), "over"));
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
  }

  @Test
  void theWindowMayCallByNumberWhoWasSentToItThoughTheLineIsNotItsOwn() {
    TicketId ticket = sentToThree();
    hall.does(new Command.CallTicket(new WindowId("3"), ticket, "why"));
    assertEquals(Optional.of(ticket), hall.ticketAt("3"));
  }

  @Test
  void onlyAServedTicketIsPassedOn() {
    hall.refuses(Refusal.WINDOW_HAS_NO_TICKET, transfer(TO_B, Place.END));
    hall.takes("A");
    hall.calls("1");
    hall.refuses(Refusal.NOT_ARRIVED, transfer(TO_B, Place.END));
  }

  @Test
  void thePersonIsKnownInTheNewLineAndNoLongerInTheOld() {
    TicketId ticket = hall.takesAs("p1", "A");
    hall.serves("1");
    hall.transfers("1", TO_B, Place.END);

    assertEquals(
        ticket, hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("B", null, "p1")).ticket());
    hall.takesAs("p1", "A");
  }

  @Test
  void twoTicketsThatMeetInOneLineAreBothThePersons() {
    hall.takesAs("p1", "B");
    TicketId moved = hall.takesAs("p1", "A");
    hall.does(new Command.CallTicket(new WindowId("1"), moved, "why"));
    hall.arrives("1");
    hall.transfers("1", TO_B, Place.END);
    hall.does(new Command.VoidTicket(moved, "left"));
    TicketId left =
        hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("B", null, "p1")).ticket();
    assertEquals("B001", left == null ? "" : left.number());
  }

  @Test
  void aTransferIsNoFinishedServiceAndInvitesNoRating() {
    TicketId ticket = serving("A");
    hall.transfers("1", TO_B, Place.END);
    assertTrue(hall.state().ratings().isEmpty());
    assertTrue(hall.alive(ticket));
    assertFalse(hall.ticketAt("1").isPresent());
  }

  private TicketId serving(String line) {
    TicketId ticket = hall.takes(line);
    hall.serves("1");
    return ticket;
  }

  /** A ticket of line B, sent to window 3, which takes only A. */
  private TicketId sentToThree() {
    TicketId ticket = serving("B");
    hall.transfers("1", new Destination.ToWindow(new WindowId("3")), Place.KEEP_TIME);
    return ticket;
  }

  /** A001 is served at window 1; it is younger than B001 and older than B002. */
  private void before() {
    hall.does(new Command.Pause(new WindowId("2"), "", null));
    hall.takes("B");
    hall.minutes(1);
    TicketId ticket = hall.takes("A");
    hall.minutes(1);
    hall.takes("B");
    hall.does(new Command.CallTicket(new WindowId("1"), ticket, "why"));
    hall.arrives("1");
    hall.minutes(1);
  }

  private static Command transfer(Destination to, Place place) {
    return new Command.Transfer(new WindowId("1"), to, place);
  }
}
