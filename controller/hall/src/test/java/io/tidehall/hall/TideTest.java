package io.tidehall.hall;

import static io.tidehall.hall.TidalHall.CHEN;
import static io.tidehall.hall.TidalHall.TIDAL;
import static io.tidehall.hall.TidalHall.crowd;
import static io.tidehall.hall.TidalHall.minutesPass;
import static io.tidehall.hall.TidalHall.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tidal windows open before it hurts, and close when they should. */
class TideTest {
  @Test
  void anAutomaticWindowOpensByItselfAndSaysWhy() {
    HallStory story = TidalHall.automatic();
    crowd(story, 6);
    minutesPass(story, 3);
    Event.TideTurned turned = told(story, Event.TideTurned.class).getFirst();
    assertEquals(TideWish.Act.OPEN, turned.act());
    assertEquals("", turned.by());
    assertEquals("等候 6 人，已达 6 人", turned.reason().zh());
    assertTrue(story.window("4").plan().inService());
    assertInstanceOf(Window.Closed.class, story.window("4"), "nobody has signed in yet");
    story.signIn("4", "qian");
    assertTrue(story.calls("4").isPresent());
  }

  @Test
  void theRulesAreAskedOnceAMinuteWhileTheHallIsOpen() {
    HallStory story = TidalHall.automatic();
    minutesPass(story, 5);
    assertEquals(5, told(story, Event.TidesWatched.class).size());
    story.at("12:30");
    story.does(new Command.PassTime());
    assertEquals(List.of(), told(story, Event.TidesWatched.class).getLast().noted());
    assertEquals(
        "2026-11-23T13:50",
        story.state().plan().local(Hall.nextDeadline(story.state()).orElseThrow()).toString());
  }

  @Test
  void aHallWithoutRulesIsNotWoken() {
    HallStory story = HallStory.staffed(Layout.small());
    assertEquals(
        story.state().plan().endOf(story.state().day()),
        Hall.nextDeadline(story.state()).orElseThrow());
  }

  @Test
  void aWindowThatClosesFinishesWhoItHasCalled() {
    HallStory story = TidalHall.automatic();
    crowd(story, 6);
    minutesPass(story, 3);
    story.signIn("4", "qian");
    TicketId called = story.calls("4").orElseThrow();
    story.calls("1");
    story.calls("2");
    for (int i = 0; i < 3; i++) {
      story.arrives("1");
      story.finishes("1");
      story.calls("1");
    }
    minutesPass(story, 15);
    assertFalse(story.window("4").plan().inService());
    assertEquals(called, story.ticketAt("4").orElseThrow());
    assertInstanceOf(TicketState.Called.class, story.stateOf(called));
    story.arrives("4");
    story.finishes("4");
    assertInstanceOf(Window.Closed.class, story.window("4"));
  }

  @Test
  void aProposalWaitsForANamedManagerAndSaysWhatItWillChange() {
    HallStory story = TidalHall.proposing();
    crowd(story, 6);
    minutesPass(story, 3);
    assertFalse(story.window("4").plan().inService());
    TideProposal proposal = story.state().tides().findProposal(TIDAL).orElseThrow();
    TideEffect effect = java.util.Objects.requireNonNull(proposal.effect());
    assertTrue(effect.after() < effect.before(), () -> "it should help: " + effect);
    story.asks(CHEN, new Command.ApproveTide(proposal.id()));
    Event.TideTurned turned = told(story, Event.TideTurned.class).getFirst();
    assertEquals("chen", turned.by());
    assertEquals(proposal.id(), turned.proposal());
    assertTrue(story.window("4").plan().inService());
    assertTrue(story.state().tides().findProposal(TIDAL).isEmpty());
  }

  @Test
  void whereNobodyServesThereIsNoWaitToCompareWith() {
    HallStory story = TidalHall.proposing();
    crowd(story, 6);
    for (String window : List.of("1", "2", "3")) {
      story.asks(CHEN, new Command.CloseWindow(new WindowId(window), "everybody is ill"));
    }
    minutesPass(story, 3);
    assertNull(story.state().tides().findProposal(TIDAL).orElseThrow().effect());
  }

  @Test
  void aClerkMayNotApprove() {
    HallStory story = TidalHall.proposing();
    String proposal = proposed(story);
    story.refuses(Refusal.MANAGER_ONLY, Actor.clerk("wang"), new Command.ApproveTide(proposal));
    story.refuses(
        Refusal.MANAGER_ONLY, Actor.clerk("wang"), new Command.RefuseTide(proposal, "no"));
    story.refuses(Refusal.UNKNOWN_PROPOSAL, CHEN, new Command.ApproveTide("tide-0-4"));
  }

  @Test
  void aRefusedProposalNeedsAReasonAndIsNotMadeAgainForAWhile() {
    HallStory story = TidalHall.proposing();
    String proposal = proposed(story);
    story.refuses(Refusal.REASON_MISSING, CHEN, new Command.RefuseTide(proposal, " "));
    story.asks(CHEN, new Command.RefuseTide(proposal, "小钱在培训"));
    Event.TideProposalEnded ended = told(story, Event.TideProposalEnded.class).getFirst();
    assertEquals(TideProposal.End.REFUSED, ended.end());
    assertEquals("chen", ended.by());
    assertEquals("小钱在培训", ended.reason());
    minutesPass(story, 29);
    assertEquals(1, told(story, Event.TideProposed.class).size());
    minutesPass(story, 1);
    assertEquals(2, told(story, Event.TideProposed.class).size());
  }

  @Test
  void aProposalIsWithdrawnWhenItsReasonHasGone() {
    HallStory story = TidalHall.proposing();
    proposed(story);
    story.calls("1");
    minutesPass(story, 1);
    assertEquals(
        TideProposal.End.WITHDRAWN, told(story, Event.TideProposalEnded.class).getFirst().end());
  }

  @Test
  void aProposalNobodyAnswersExpires() {
    HallStory story = TidalHall.proposing();
    proposed(story);
    minutesPass(story, 10);
    assertEquals(
        TideProposal.End.EXPIRED, told(story, Event.TideProposalEnded.class).getFirst().end());
  }

  @Test
  void aBetterEstimateReplacesTheFormula() {
    HallStory story = TidalHall.proposing();
    String proposal = proposed(story);
    var effect = new TideEffect(34, 14, story.now().plusSeconds(3600), true);
    story.does(new Command.EstimateTide(proposal, effect));
    assertEquals(effect, story.state().tides().findProposal(TIDAL).orElseThrow().effect());
  }

  @Test
  void aManagerOpensByHandAndTheRuleKeepsTheLeastTime() {
    HallStory story = TidalHall.automatic();
    story.asks(CHEN, new Command.OpenWindow(TIDAL, "检查组来访"));
    story.signIn("4", "qian");
    minutesPass(story, 9);
    assertTrue(story.window("4").plan().inService());
    minutesPass(story, 2);
    assertFalse(story.window("4").plan().inService());
    List<Event.TideTurned> turned = told(story, Event.TideTurned.class);
    assertEquals(List.of("chen", ""), turned.stream().map(Event.TideTurned::by).toList());
    assertEquals("检查组来访", turned.getFirst().reason().zh());
  }

  @Test
  void aBorrowedClerkFinishesHerTicketFirstAndGoesBackAfterwards() {
    HallStory story = TidalHall.lending("3");
    story.takes("A");
    TicketId served = story.serves("3");
    crowd(story, 6);
    minutesPass(story, 3);
    assertFalse(story.window("3").plan().inService());
    assertEquals(served, story.ticketAt("3").orElseThrow());
    story.finishes("3");
    assertInstanceOf(Window.Closed.class, story.window("3"));
    story.signIn("4", "zhao");
    story.asks(CHEN, new Command.CloseWindow(TIDAL, "peak over"));
    assertTrue(story.window("3").plan().inService());
    story.signIn("3", "zhao");
  }

  @Test
  void aProposalToBorrowCountsTheLendersWindowOut() {
    HallStory reserve = TidalHall.proposing();
    HallStory lending = TidalHall.proposingFrom("3");
    for (HallStory story : List.of(reserve, lending)) {
      for (int i = 0; i < 5; i++) {
        story.takes("A");
      }
      crowd(story, 6);
      minutesPass(story, 3);
    }
    TideEffect with = effect(reserve);
    TideEffect without = effect(lending);
    assertEquals(with.before(), without.before());
    assertTrue(
        without.after() > with.after(), () -> "a window is gone: " + without + ", not " + with);
  }

  @Test
  void aWindowThatIsAskedToOpenShortensTheWaitThatIsToldAtOnce() {
    HallStory story = TidalHall.proposing();
    crowd(story, 12);
    var b = new LineId("B");
    int before = story.state().outlook(b).orElseThrow().high();
    story.asks(CHEN, new Command.OpenWindow(TIDAL, "peak"));
    int opening = story.state().outlook(b).orElseThrow().high();
    assertTrue(opening < before, () -> opening + " is not less than " + before);
    story.signIn("4", "qian");
    int open = story.state().outlook(b).orElseThrow().high();
    assertTrue(open <= opening, () -> open + " is more than " + opening);
  }

  private static TideEffect effect(HallStory story) {
    return java.util.Objects.requireNonNull(
        story.state().tides().findProposal(TIDAL).orElseThrow().effect());
  }

  @Test
  void staffingOpensAheadOfTheForecastPeak() {
    var morning =
        new DemandForecast(
            List.of(new DemandForecast.LineDemand("B", 100)),
            List.of(new DemandForecast.Period(560, 680, 1)));
    HallStory story = TidalHall.with(Staffing.usual(), DemandForecast.NONE);
    minutesPass(story, 5);
    assertFalse(story.window("4").plan().inService());
    story.does(new Command.ForecastDemand(morning));
    minutesPass(story, 3);
    assertTrue(story.window("4").plan().inService());
    assertEquals("staffing", told(story, Event.TideTurned.class).getFirst().reason().rule());
  }

  @Test
  void aForecastNamesLinesOfTheHall() {
    HallStory story = TidalHall.automatic();
    story.refuses(
        Refusal.UNKNOWN_LINE,
        new Command.ForecastDemand(
            new DemandForecast(List.of(new DemandForecast.LineDemand("Z", 1)), List.of())));
  }

  @Test
  void theDayEndsWithTheWindowClosedAgain() {
    HallStory story = TidalHall.automatic();
    crowd(story, 6);
    minutesPass(story, 3);
    story.signIn("4", "qian");
    story.on("2026-11-24", "04:00");
    story.does(new Command.PassTime());
    assertFalse(story.window("4").plan().inService());
    assertEquals(TideState.EMPTY, story.state().tides());
  }

  @Test
  void atNoonTheHallTakesTicketsOfTheLinesOnDutyAlone() {
    HallStory story = TidalHall.onDuty();
    story.at("12:30");
    story.takes("A");
    story.refuses(Refusal.HALL_CLOSED, HallStory.issue("B", null, null));
    story.at("18:00");
    story.refuses(Refusal.HALL_CLOSED, HallStory.issue("A", null, null));
  }

  @Test
  void onSaturdayTheWindowOnDutyTakesAllItsLines() {
    HallStory story = TidalHall.onDuty();
    story.on("2026-11-28", "09:30");
    story.takes("C");
    story.on("2026-11-29", "09:30");
    story.refuses(Refusal.HALL_CLOSED, HallStory.issue("C", null, null));
  }

  private static String proposed(HallStory story) {
    crowd(story, 6);
    minutesPass(story, 3);
    return story.state().tides().findProposal(new WindowId("4")).orElseThrow().id();
  }
}
