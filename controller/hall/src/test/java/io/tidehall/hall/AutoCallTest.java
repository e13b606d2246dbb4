package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Window 1 calls by itself, 10 seconds after a ticket. */
class AutoCallTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small().withAutoCall("1", 10));

  @Test
  void theNextTicketIsCalledASetTimeAfterTheLastOneEnds() {
    TicketId first = hall.takes("A");
    hall.serves("1");
    TicketId second = hall.takes("A");
    hall.finishes("1");
    assertEquals(Optional.of(hall.now().plusSeconds(10)), countdown());

    hall.seconds(9);
    hall.does(new Command.PassTime());
    assertEquals(Optional.empty(), hall.ticketAt("1"));
    hall.seconds(1);
    hall.does(new Command.PassTime());
    assertEquals(Optional.of(second), hall.ticketAt("1"));
    assertTrue(!hall.alive(first));
  }

  @Test
  void theHallSaysWhenItWillCall() {
    assertEquals(countdown(), Hall.nextDeadline(hall.state()));
  }

  @Test
  void withNobodyWaitingTheNextToComeIsCalledAtOnce() {
    hall.seconds(10);
    hall.does(new Command.PassTime());
    assertEquals(1, hall.all(Event.WindowAsked.class).size());
    assertEquals(Optional.empty(), countdown());
    assertEquals(Optional.of(hall.takes("A")), hall.ticketAt("1"));
  }

  @Test
  void theClerkNeedNotWaitForTheCountdown() {
    TicketId ticket = hall.takes("A");
    assertEquals(Optional.of(ticket), hall.calls("1"));
  }

  @Test
  void aPauseStopsTheCountdownAndItsEndStartsItAnew() {
    hall.seconds(5);
    hall.does(new Command.Pause(new WindowId("1"), "tea", null));
    TicketId ticket = hall.takes("A");
    hall.seconds(60);
    hall.does(new Command.PassTime());
    assertEquals(Optional.empty(), hall.ticketAt("1"));
    hall.does(new Command.EndPause(new WindowId("1")));
    assertEquals(Optional.of(hall.now().plusSeconds(10)), countdown());
    hall.seconds(10);
    hall.does(new Command.PassTime());
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
  }

  @Test
  void theModeOfAWindowIsChangedByItsClerkOrTheManager() {
    hall.does(change("1", null));
    assertEquals(Optional.empty(), countdown());
    hall.refuses(Refusal.NO_CHANGE, change("1", null));
    assertInstanceOf(Decision.Accepted.class, hall.asks(Actor.clerk("wang"), change("1", 5L)));
    hall.does(change("2", 5L));
    hall.refuses(Refusal.NOT_YOUR_WINDOW, Actor.clerk("wang"), change("2", 6L));
    hall.refuses(Refusal.UNKNOWN_WINDOW, change("77", 6L));
    hall.refuses(Refusal.BAD_CALL_TIME, change("1", 0L));
    hall.refuses(Refusal.BAD_CALL_TIME, change("1", 601L));
  }

  private Optional<Instant> countdown() {
    return assertInstanceOf(Window.Free.class, hall.window("1")).callsAt();
  }

  private static Command change(String window, @Nullable Long seconds) {
    return new Command.ChangeCalling(
        new WindowId(window), seconds == null ? null : Duration.ofSeconds(seconds));
  }
}
