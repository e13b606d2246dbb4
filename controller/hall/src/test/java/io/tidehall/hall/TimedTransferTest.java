package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command.Place;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Passing a ticket on for a time: nobody calls it before, and then it has its age. */
class TimedTransferTest {
  private static final Command.Destination TO_B = new Command.Destination.ToLine(new LineId("B"));
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aTicketForATimeIsNotCalledBeforeAndThenBeforeWhoCameLater() {
    hall.takes("A");
    TicketId ticket = hall.serves("1");
    Instant at = hall.now().plusSeconds(1800);
    hall.does(transfer(Place.AT_TIME, at));
    assertTrue(hall.stateOf(ticket) instanceof TicketState.Due);
    assertEquals(Optional.empty(), hall.calls("1"));
    hall.minutes(29);
    TicketId other = hall.takes("B");
    assertEquals(other, hall.ticketAt("1").orElseThrow());
    hall.takes("B");
    assertEquals(at, Hall.nextDeadline(hall.state()).orElseThrow());
    hall.minutes(1);
    hall.does(new Command.PassTime());
    assertEquals(List.of("A001", "B002"), hall.queue("B"));
  }

  @Test
  void aWindowThatAskedGetsItInTheMinuteItIsDue() {
    hall.takes("A");
    TicketId ticket = hall.serves("1");
    hall.does(transfer(Place.AT_TIME, hall.now().plusSeconds(60)));
    assertEquals(Optional.empty(), hall.calls("1"));
    hall.minutes(1);
    hall.does(new Command.PassTime());
    assertEquals(ticket, hall.ticketAt("1").orElseThrow());
  }

  @Test
  void aTimeIsAheadInTheHallsDayAndGoesWithAtTimeAlone() {
    hall.takes("A");
    hall.serves("1");
    hall.refuses(Refusal.BAD_TIME, transfer(Place.AT_TIME, null));
    hall.refuses(Refusal.BAD_TIME, transfer(Place.AT_TIME, hall.now()));
    hall.refuses(Refusal.BAD_TIME, transfer(Place.AT_TIME, hall.now().plusSeconds(86_400)));
    hall.refuses(Refusal.BAD_TIME, transfer(Place.END, hall.now().plusSeconds(60)));
  }

  @Test
  void whoComesEarlyMayBeCalledByChoiceAndTheDaysEndVoidsTheRest() {
    hall.takes("A");
    TicketId early = hall.serves("1");
    hall.does(transfer(Place.AT_TIME, hall.now().plusSeconds(3600)));
    hall.does(new Command.CallTicket(new WindowId("1"), early, "came early"));
    hall.arrives("1");
    hall.does(transfer(Place.AT_TIME, hall.now().plusSeconds(3600)));
    hall.on("2026-11-24", "09:00");
    hall.does(new Command.PassTime());
    assertFalse(hall.alive(early));
  }

  @Test
  void aTicketRemembersWhoPassedItOn() {
    hall.signIn("2", "li");
    hall.takes("A");
    TicketId ticket = hall.serves("1");
    hall.transfers("1", new Command.Destination.ToWindow(new WindowId("2")), Place.FRONT);
    assertEquals(new WindowId("1"), hall.state().ticket(ticket).sender());
  }

  private static Command transfer(Place place, @Nullable Instant at) {
    return new Command.Transfer(new WindowId("1"), TO_B, place, at);
  }
}
