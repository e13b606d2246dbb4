package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostsTest {
  private final HallStory hall = HallStory.empty(Layout.small());

  @Test
  void aClerkSignsInAtAFreeWindow() {
    hall.does(signIn("1", "wang"));
    assertEquals(Optional.of(new Post(new ClerkId("wang"), null)), hall.window("1").findPost());
    assertNull(hall.last(Event.ClerkSignedIn.class).standingInFor());
    assertInstanceOf(Window.Free.class, hall.window("1"));
  }

  @Test
  void clerkAndWindowMustBelongToTheHall() {
    hall.refuses(Refusal.UNKNOWN_WINDOW, signIn("77", "wang"));
    hall.refuses(Refusal.UNKNOWN_CLERK, signIn("1", "stranger"));
  }

  @Test
  void aWindowHasOneClerk() {
    hall.does(signIn("1", "wang"));
    hall.refuses(Refusal.WINDOW_TAKEN, signIn("1", "li"));
    hall.refuses(Refusal.NO_CHANGE, signIn("1", "wang"));
  }

  @Test
  void aClerkHasOneWindowAndMayChangeIt() {
    hall.does(signIn("1", "wang"));
    hall.refuses(Refusal.CLERK_ELSEWHERE, signIn("2", "wang"));
    hall.does(new Command.SignOut(new WindowId("1")));
    hall.does(signIn("2", "wang"));
    assertInstanceOf(Window.Closed.class, hall.window("1"));
  }

  @Test
  void aHallMayLetAClerkHoldTwoWindowsThatShareADesk() {
    HallStory story = HallStory.empty(Layout.small().withClerkWindows(2));
    story.does(signIn("1", "wang"));
    story.does(signIn("2", "wang"));
    story.refuses(Refusal.CLERK_ELSEWHERE, signIn("3", "wang"));
  }

  @Test
  void aTidalWindowThatIsNotOpenIsNotStaffed() {
    hall.refuses(Refusal.WINDOW_NOT_IN_SERVICE, signIn("4", "wang"));
    hall.does(new Command.OpenWindow(new WindowId("4"), "peak"));
    hall.does(signIn("4", "wang"));
  }

  @Test
  void whoStandsInIsRecorded() {
    hall.does(standIn("1", "li", "wang"));
    Event.ClerkSignedIn signedIn = hall.last(Event.ClerkSignedIn.class);

    assertEquals("li", signedIn.clerk().value());
    assertEquals(new ClerkId("wang"), signedIn.standingInFor());
    assertEquals(
        Optional.of(new Post(new ClerkId("li"), new ClerkId("wang"))), hall.window("1").findPost());
  }

  @Test
  void onlyTheOtherOfAPairMayStandIn() {
    hall.refuses(Refusal.MAY_NOT_STAND_IN, standIn("1", "wang", "li"));
    hall.refuses(Refusal.MAY_NOT_STAND_IN, standIn("1", "zhao", "wang"));
  }

  @Test
  void whoeverStandsInActsAsTheClerkOfTheWindowAndTheOneAwayDoesNot() {
    hall.does(standIn("1", "li", "wang"));
    hall.takes("A");
    hall.refuses(
        Refusal.NOT_YOUR_WINDOW, Actor.clerk("wang"), new Command.CallNext(new WindowId("1")));
    assertInstanceOf(
        Decision.Accepted.class,
        hall.asks(Actor.clerk("li"), new Command.CallNext(new WindowId("1"))));
    assertEquals("li", hall.last(Event.TicketCalled.class).clerk().value());
  }

  @Test
  void aStrangerIsRefusedAtEveryActAtTheWindow() {
    hall.does(signIn("1", "wang"));
    hall.refuses(
        Refusal.NOT_YOUR_WINDOW, Actor.clerk("zhao"), new Command.CallNext(new WindowId("1")));
    hall.refuses(
        Refusal.NOT_YOUR_WINDOW, Actor.clerk("zhao"), new Command.SignOut(new WindowId("1")));
    hall.refuses(
        Refusal.NOT_YOUR_WINDOW,
        Actor.clerk("zhao"),
        new Command.Pause(new WindowId("1"), "prank", null));
  }

  @Test
  void aClerkSignsInUnderHerOwnBadge() {
    hall.refuses(Refusal.NOT_YOUR_WINDOW, Actor.clerk("zhao"), signIn("1", "wang"));
    assertInstanceOf(Decision.Accepted.class, hall.asks(Actor.clerk("wang"), signIn("1", "wang")));
    assertInstanceOf(Decision.Accepted.class, hall.asks(Actor.manager("chief"), signIn("2", "li")));
  }

  @Test
  void theCallPadOfTheWindowAndTheManagerMayAct() {
    hall.does(signIn("1", "wang"));
    hall.takes("A");
    assertInstanceOf(
        Decision.Accepted.class,
        hall.asks(Actor.device("pad-1"), new Command.CallNext(new WindowId("1"))));
    assertInstanceOf(
        Decision.Accepted.class,
        hall.asks(Actor.manager("chief"), new Command.Arrive(new WindowId("1"))));
  }

  @Test
  void aClerkWithATicketDoesNotLeave() {
    hall.does(signIn("1", "wang"));
    hall.takes("A");
    hall.calls("1");
    hall.refuses(Refusal.WINDOW_BUSY, new Command.SignOut(new WindowId("1")));
    hall.arrives("1");
    hall.refuses(Refusal.WINDOW_BUSY, new Command.SignOut(new WindowId("1")));
    hall.finishes("1");
    hall.does(new Command.SignOut(new WindowId("1")));
    hall.refuses(Refusal.WINDOW_NOT_STAFFED, new Command.SignOut(new WindowId("1")));
  }

  @Test
  void aWindowThatAskedIsForgottenWhenItsClerkLeaves() {
    hall.does(signIn("1", "wang"));
    hall.calls("1");
    hall.does(new Command.SignOut(new WindowId("1")));
    hall.takes("A");
    assertEquals(1, hall.queue("A").size());
  }

  private static Command signIn(String window, String clerk) {
    return new Command.SignIn(new WindowId(window), new ClerkId(clerk), null);
  }

  private static Command standIn(String window, String clerk, String away) {
    return new Command.SignIn(new WindowId(window), new ClerkId(clerk), new ClerkId(away));
  }

  @Test
  void whoMayStandInTakesAWindowOverFromAColleagueWhoHasLeft() {
    var hall = HallStory.staffed(Layout.small().withClerkWindows(2));
    var one = new WindowId("1");
    hall.takes("A");
    hall.serves("1");
    hall.refuses(Refusal.WINDOW_BUSY, new Command.TakeOver(one, new ClerkId("li")));
    hall.finishes("1");
    hall.refuses(Refusal.MAY_NOT_STAND_IN, new Command.TakeOver(one, new ClerkId("zhao")));
    hall.refuses(Refusal.NO_CHANGE, new Command.TakeOver(one, new ClerkId("wang")));
    hall.refuses(
        Refusal.WINDOW_NOT_STAFFED, new Command.TakeOver(new WindowId("4"), new ClerkId("li")));
    hall.does(new Command.TakeOver(one, new ClerkId("li")));
    assertEquals(
        new Post(new ClerkId("li"), new ClerkId("wang")),
        hall.window("1").findPost().orElseThrow());
  }
}
