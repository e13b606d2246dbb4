package io.tidehall.hall;

import static io.tidehall.hall.TidalHall.CHEN;
import static io.tidehall.hall.TidalHall.TIDAL;
import static io.tidehall.hall.TidalHall.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manager moves a clerk from one window to another: all of it, or nothing. */
class BorrowTest {
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
    story.signIn("3", "zhao");
    story.takes("A");
    story.serves("3");
    HallState before = story.state();
    story.refuses(Refusal.WINDOW_BUSY, CHEN, borrow("4", "3", false));
    assertEquals(before, story.state());
    assertTrue(story.state().findWindow(TIDAL).orElseThrow() instanceof Window.Closed);
  }

  private static Command.BorrowClerk borrow(String window, String from, boolean closes) {
    return new Command.BorrowClerk(new WindowId(window), new WindowId(from), closes, "等候人多");
  }
}
