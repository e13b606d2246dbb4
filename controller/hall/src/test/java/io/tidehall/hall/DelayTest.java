package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The holder of a ticket stands back, or gives it up. */
class DelayTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aTicketStandsBackByTheHallsPlacesAndTheOthersKeepTheirOrder() {
    List<TicketId> tickets = six();
    hall.does(new Command.DelayTicket(tickets.get(1)));
    assertEquals(List.of("A001", "A003", "A004", "A005", "A002", "A006"), hall.queue("A"));
    assertEquals(3, hall.last(Event.TicketDelayed.class).places());
  }

  @Test
  void whoComesAfterwardsStaysBehindIt() {
    TicketId first = hall.takes("A");
    hall.minutes(5);
    hall.takes("A");
    hall.does(new Command.DelayTicket(first));
    assertEquals(1, hall.last(Event.TicketDelayed.class).places(), "only one was behind");
    hall.takes("A");
    assertEquals(List.of("A002", "A001", "A003"), hall.queue("A"));
    hall.calls("1");
    hall.arrives("1");
    hall.finishes("1");
    assertEquals(first, hall.calls("1").orElseThrow());
  }

  @Test
  void nobodyStepsBetweenThoseWhoCameInOneInstant() {
    TicketId first = hall.takes("A");
    hall.minutes(1);
    hall.takes("A");
    hall.minutes(1);
    TicketId together = hall.takes("A");
    hall.takes("A");
    hall.takes("A");
    hall.takes("A");
    hall.does(new Command.DelayTicket(first));
    assertEquals(1, hall.last(Event.TicketDelayed.class).places());
    assertEquals(List.of("A002", "A001", "A003", "A004", "A005", "A006"), hall.queue("A"));
    hall.does(new Command.DelayTicket(together));
    assertEquals(3, hall.last(Event.TicketDelayed.class).places(), "behind them all");
    assertEquals(List.of("A002", "A001", "A004", "A005", "A006", "A003"), hall.queue("A"));
  }

  @Test
  void aTicketOfTheGreenChannelKeepsItsClass() {
    TicketId green = hall.takesGreen("A");
    hall.takesGreen("A");
    hall.takes("A");
    hall.does(new Command.DelayTicket(green));
    assertEquals(PriorityClass.GREEN, hall.state().ticket(green).priority());
    assertEquals(List.of("A002", "A003", "A001"), hall.queue("A"));
  }

  @Test
  void aTicketStandsBackOnce() {
    List<TicketId> tickets = six();
    hall.does(new Command.DelayTicket(tickets.getFirst()));
    hall.refuses(Refusal.DELAY_USED_UP, new Command.DelayTicket(tickets.getFirst()));
    hall.does(new Command.DelayTicket(tickets.get(1)));
  }

  @Test
  void aRepeatedRequestDelaysNoSecondTime() {
    TicketId first = six().getFirst();
    var request = new Request("tap", Actor.visitor(first), new Command.DelayTicket(first));
    hall.asks(request);
    List<String> queue = hall.queue("A");
    assertTrue(hall.asks(request) instanceof Decision.Accepted accepted && accepted.repeated());
    assertEquals(queue, hall.queue("A"));
  }

  @Test
  void theLastOfALineHasNobodyToLetThrough() {
    hall.takes("A");
    TicketId last = hall.takes("A");
    hall.takes("B");
    assertTrue(
        hall.refuses(Refusal.NOBODY_BEHIND, new Command.DelayTicket(last))
            .because()
            .contains("the last"));
    assertFalse(hall.state().ticket(last).delayed(), "and may still stand back later");
  }

  @Test
  void aHallMaySayThatNobodyStandsBack() {
    var strict = HallStory.withOneWindow(Layout.small().withRules(Rules.usual().withPhoneDelay(0)));
    TicketId first = strict.takes("A");
    strict.takes("A");
    strict.refuses(Refusal.DELAY_OFF, new Command.DelayTicket(first));
  }

  @Test
  void aCalledTicketIsNeitherDelayedNorGivenUpByItsHolder() {
    TicketId first = six().getFirst();
    hall.calls("1");
    hall.refuses(Refusal.TICKET_NOT_WAITING, new Command.DelayTicket(first));
    hall.refuses(
        Refusal.TICKET_NOT_WAITING, Actor.visitor(first), new Command.VoidTicket(first, "own"));
    assertTrue(hall.stateOf(first) instanceof TicketState.Called);
  }

  @Test
  void theHolderGivesUpAWaitingTicketAndNoMissedOne() {
    List<TicketId> tickets = six();
    hall.calls("1");
    hall.misses("1");
    var mine = Actor.visitor(tickets.getFirst());
    hall.refuses(
        Refusal.TICKET_NOT_WAITING, mine, new Command.VoidTicket(tickets.getFirst(), "own"));
    hall.asks(Actor.visitor(tickets.get(1)), new Command.VoidTicket(tickets.get(1), "own"));
    assertFalse(hall.alive(tickets.get(1)));
    assertEquals(Actor.Kind.VISITOR, hall.journal().getLast().actor().kind());
  }

  @Test
  void aVisitorActsOnNoOthersTicket() {
    List<TicketId> tickets = six();
    var mine = Actor.visitor(tickets.getFirst());
    hall.refuses(Refusal.NOT_YOUR_TICKET, mine, new Command.DelayTicket(tickets.get(1)));
    hall.refuses(Refusal.NOT_YOUR_TICKET, mine, new Command.VoidTicket(tickets.get(1), "own"));
  }

  @Test
  void whoStandsBackIsHeldToNoPromiseMadeBefore() {
    TicketId first = six().getFirst();
    hall.minutes(3);
    hall.does(new Command.DelayTicket(first));
    assertNull(hall.state().ticket(first).told());
    assertEquals(hall.now(), hall.state().ticket(first).patience().since());
  }

  @Test
  void whatHasEndedIsNotDelayed() {
    hall.refuses(Refusal.UNKNOWN_TICKET, new Command.DelayTicket(new TicketId("20261123-Z001")));
  }

  /** Six tickets of line A, a minute apart. */
  private List<TicketId> six() {
    return java.util.stream.IntStream.range(0, 6)
        .mapToObj(
            _ -> {
              hall.seconds(60);
              return hall.takes("A");
            })
        .toList();
  }
}
