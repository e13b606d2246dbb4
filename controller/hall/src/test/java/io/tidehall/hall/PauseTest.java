package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aPauseHasAReasonAndPerhapsAPlannedEnd() {
    Instant until = hall.now().plusSeconds(600);
    hall.does(new Command.Pause(new WindowId("1"), "午休", until));
    var paused = assertInstanceOf(Window.Paused.class, hall.window("1"));
    assertEquals("午休", paused.reason());
    assertEquals(until, paused.until());
    assertEquals(hall.now(), paused.since());
  }

  @Test
  void aPausedWindowGetsNoTicketEvenIfItAskedBefore() {
    hall.calls("1");
    hall.does(pause());
    TicketId ticket = hall.takes("A");
    assertEquals(Optional.empty(), hall.ticketAt("1"));

    hall.does(new Command.EndPause(new WindowId("1")));
    assertFalse(assertInstanceOf(Window.Free.class, hall.window("1")).asked());
    assertEquals(Optional.of(ticket), hall.calls("1"));
  }

  @Test
  void aWindowWithATicketDoesNotPause() {
    hall.takes("A");
    hall.calls("1");
    hall.refuses(Refusal.WINDOW_BUSY, pause());
  }

  @Test
  void pausingTwiceOrGoingOnUnpausedIsRefused() {
    hall.refuses(Refusal.NOT_PAUSED, new Command.EndPause(new WindowId("1")));
    hall.does(pause());
    hall.refuses(Refusal.NO_CHANGE, pause());
  }

  @Test
  void theClerkMayLeaveAPausedWindow() {
    hall.does(pause());
    hall.does(new Command.SignOut(new WindowId("1")));
    assertInstanceOf(Window.Closed.class, hall.window("1"));
  }

  private static Command pause() {
    return new Command.Pause(new WindowId("1"), "tea", null);
  }
}
