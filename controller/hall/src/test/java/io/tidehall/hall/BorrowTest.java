package io.tidehall.hall;

import static io.tidehall.hall.TidalHall.CHEN;
import static io.tidehall.hall.TidalHall.TIDAL;
import static io.tidehall.hall.TidalHall.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A manager moves a clerk from one window to another: all of it, or nothing. */
class BorrowTest {
  /** What the halls of these stories give somebody to come. */
  private static final Duration LAG = Duration.ofMinutes(5);

  @Test
  void theClerkLeavesOneWindowAndSitsAtAnotherInOneEntry() {
    HallStory story = TidalHall.proposing();
    long before = story.state().seq();
    story.asks(CHEN, borrow("4", "3", false));
    assertEquals(before + 1, story.state().seq());
    assertInstanceOf(Window.Closed.class, story.window("3"));
    assertTrue(story.window("3").plan().inService());
    assertEquals(new ClerkId("zhao"), story.window("4").findPost().orElseThrow().clerk());
    Event.TideTurned turned = told(story, Event.TideTurned.class).getFirst();
    assertEquals("chen", turned.by());
    assertEquals("等候人多", turned.reason().zh());
  }

  @Test
  void takenBackTheWindowThatWasOpenedForItIsClosedAgain() {
    HallStory story = TidalHall.proposing();
    story.asks(CHEN, borrow("4", "3", false));
    story.asks(CHEN, borrow("3", "4", true));
    assertFalse(story.window("4").plan().inService());
    assertEquals(new ClerkId("zhao"), story.window("3").findPost().orElseThrow().clerk());
    assertEquals(
        List.of(TideWish.Act.OPEN, TideWish.Act.CLOSE),
        told(story, Event.TideTurned.class).stream().map(Event.TideTurned::act).toList());
  }

  @Test
  void onlyTheWindowTheClerkComesFromIsTakenForTheLender() {
    HallStory other = TidalHall.lending("3");
    other.asks(CHEN, borrow("4", "2", false));
    assertTrue(other.window("3").plan().inService(), "its clerk stays");
    assertTrue(other.window("3").findPost().isPresent());
    HallStory lender = TidalHall.lending("3");
    lender.asks(CHEN, borrow("4", "3", false));
    assertFalse(lender.window("3").plan().inService(), "out of service meanwhile");
    lender.asks(CHEN, borrow("3", "4", true));
    assertTrue(lender.window("3").plan().inService());
    assertTrue(lender.window("3").findPost().isPresent());
  }

  @Test
  void whatCannotBeDoneWholeIsNotDoneAtAll() {
    HallStory story = TidalHall.proposing();
    story.refuses(Refusal.UNKNOWN_WINDOW, CHEN, borrow("4", "77", false));
    story.refuses(Refusal.NO_CHANGE, CHEN, borrow("3", "3", false));
    story.refuses(Refusal.WINDOW_TAKEN, CHEN, borrow("2", "3", false));
    story.refuses(Refusal.MANAGER_ONLY, Actor.clerk("zhao"), borrow("4", "3", false));
    story.asks(CHEN, new Command.SignOut(new WindowId("3")));
    story.refuses(Refusal.WINDOW_NOT_STAFFED, CHEN, borrow("4", "3", false));
    story.refuses(Refusal.UNKNOWN_WINDOW, CHEN, new Command.StayAtWindow(new WindowId("77")));
    story.refuses(Refusal.NO_CHANGE, CHEN, new Command.StayAtWindow(new WindowId("3")));
    assertTrue(story.state().findWindow(TIDAL).orElseThrow() instanceof Window.Closed);
  }

  @Test
  void whoHasATicketEndsItAndThenMoves() {
    HallStory story = serving();
    story.asks(CHEN, borrow("4", "3", false));
    assertInstanceOf(Window.Busy.class, story.window("3"));
    assertInstanceOf(Window.Closed.class, story.window("4"));
    story.refuses(Refusal.NO_CHANGE, CHEN, borrow("4", "3", false));
    long before = story.state().seq();
    story.finishes("3");
    assertEquals(before + 1, story.state().seq(), "with the end of the ticket, in one entry");
    assertInstanceOf(Window.Closed.class, story.window("3"));
    Post post = story.window("4").findPost().orElseThrow();
    assertEquals(new Post(new ClerkId("zhao"), null, null, story.now().plus(LAG)), post);
    Event.TideTurned turned = told(story, Event.TideTurned.class).getFirst();
    assertEquals("chen", turned.by());
    assertEquals("等候人多", turned.reason().zh());
  }

  @Test
  void aWindowThatCallsByItselfWaitsUntilWhoWasSentShouldHaveCome() {
    HallStory story = TidalHall.proposing();
    for (String window : List.of("3", "4")) {
      story.asks(CHEN, new Command.ChangeCalling(new WindowId(window), Duration.ofSeconds(10)));
    }
    story.asks(CHEN, borrow("4", "3", false));
    assertEquals(Optional.of(story.now().plus(LAG)), callsAt(story, "4"));
    story.seconds(20);
    story.asks(CHEN, borrow("3", "4", true));
    assertEquals(
        Optional.of(story.now().plusSeconds(20)), callsAt(story, "3"), "she had hardly gone");
    story.seconds(600);
    story.asks(CHEN, borrow("4", "3", false));
    story.takes("A");
    // She is there sooner, and calls.
    story.serves("4");
    story.finishes("4");
    assertEquals(Optional.of(story.now().plusSeconds(10)), callsAt(story, "4"));
  }

  private static Optional<Instant> callsAt(HallStory story, String window) {
    return assertInstanceOf(Window.Free.class, story.window(window)).callsAt();
  }

  @Test
  void howeverTheTicketGoesTheClerkMoves() {
    HallStory held = serving();
    held.asks(CHEN, borrow("4", "3", false));
    held.holds("3", HoldKind.PAPERS_WITH_VISITOR);
    assertTrue(held.window("4").findPost().isPresent());
    HallStory away = serving();
    away.asks(CHEN, borrow("4", "3", false));
    away.transfers("3", new Command.Destination.ToLine(new LineId("B")), Command.Place.END);
    assertTrue(away.window("4").findPost().isPresent());
  }

  @Test
  void aWindowToldToCloseLetsItsClerkGoWhereSheIsExpected() {
    HallStory story = serving();
    story.asks(CHEN, borrow("4", "3", false));
    story.asks(CHEN, new Command.CloseWindow(new WindowId("3"), "calm"));
    story.finishes("3");
    assertInstanceOf(Window.Closed.class, story.window("3"));
    assertEquals(new ClerkId("zhao"), story.window("4").findPost().orElseThrow().clerk());
  }

  @Test
  void takenBackSheGoesOn() {
    HallStory story = serving();
    story.asks(CHEN, borrow("4", "3", false));
    story.refuses(
        Refusal.MANAGER_ONLY, Actor.clerk("zhao"), new Command.StayAtWindow(new WindowId("3")));
    story.asks(CHEN, new Command.StayAtWindow(new WindowId("3")));
    story.finishes("3");
    assertInstanceOf(Window.Free.class, story.window("3"));
    assertInstanceOf(Window.Closed.class, story.window("4"));
  }

  @Test
  void whenSomebodySitsThereMeanwhileSheGoesOn() {
    HallStory story = serving();
    story.asks(CHEN, borrow("4", "3", false));
    story.asks(CHEN, borrow("4", "2", false));
    story.finishes("3");
    Window.Free free = assertInstanceOf(Window.Free.class, story.window("3"));
    assertNull(free.post().after());
  }

  @Test
  void aManagersPauseBeginsAfterTheTicketAndAClerksIsRefused() {
    HallStory story = serving();
    var pause = new Command.Pause(new WindowId("3"), "开会", null);
    story.refuses(Refusal.WINDOW_BUSY, Actor.clerk("zhao"), pause);
    story.asks(CHEN, pause);
    assertInstanceOf(Window.Busy.class, story.window("3"));
    story.finishes("3");
    Window.Paused paused = assertInstanceOf(Window.Paused.class, story.window("3"));
    assertEquals("开会", paused.reason());
    assertNull(paused.post().after());
  }

  private static HallStory serving() {
    HallStory story = TidalHall.proposing();
    story.takes("A");
    story.serves("3");
    return story;
  }

  private static Command.BorrowClerk borrow(String window, String from, boolean closes) {
    return new Command.BorrowClerk(new WindowId(window), new WindowId(from), closes, "等候人多");
  }
}
