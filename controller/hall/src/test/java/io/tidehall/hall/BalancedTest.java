package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines A, B and C of three fields, each usually 7 minutes; window 3 keeps to A's field. */
class BalancedTest {
  private static final Layout FIELDS =
      Layout.small()
          .withField("A", "社保")
          .withField("B", "民政")
          .withField("C", "住建")
          .withWindow("3", WindowKind.DEDICATED, "A", "B")
          .withFields("3", "社保", List.of());

  private final HallStory hall = HallStory.staffed(FIELDS);

  @Test
  void aDedicatedWindowTakesTheOldestOfItsOwnField() {
    hall.takes("B");
    hall.minutes(5);
    TicketId own = hall.takes("A");
    assertEquals(Optional.of(own), hall.calls("3"));
    assertEquals("own-field", rule());
  }

  @Test
  void whoHasWaitedAsLongAsTheGuardGoesFirstEvenAtADedicatedWindow() {
    TicketId old = hall.takes("B");
    hall.minutes(10);
    hall.takes("A");
    hall.minutes(5);
    assertEquals(Optional.of(old), hall.calls("3"));
    assertEquals("guard", rule());
    assertTrue(hall.last(Event.TicketCalled.class).reason().zh().contains("15 分钟"));
  }

  @Test
  void theHeadStartOfTheGreenChannelCountsForTheGuard() {
    hall.takes("A");
    hall.minutes(1);
    TicketId green = hall.takesGreen("B");
    assertEquals(Optional.of(green), hall.calls("3"));
    assertEquals("guard", rule());
  }

  @Test
  void aSecondFieldCountsAsItsOwnAtEqualRight() {
    HallStory story = HallStory.staffed(FIELDS.withFields("3", "社保", List.of("住建")));
    TicketId second = story.takes("C");
    story.minutes(1);
    story.takes("B");
    story.minutes(1);
    story.takes("A");
    assertEquals(Optional.of(second), story.calls("3"));
    assertEquals("own-field", story.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void aDedicatedWindowHelpsOthersRatherThanIdle() {
    TicketId other = hall.takes("B");
    assertEquals(Optional.of(other), hall.calls("3"));
    assertEquals("other-field", rule());
  }

  @Test
  void aFlexibleWindowTakesTheHighestOfAgeAndPressureOfTheField() {
    TicketId dedicatedField = hall.takes("A");
    hall.minutes(4);
    TicketId pressed = hall.takes("C");
    hall.minutes(1);

    // A: 5 minutes old, 7 minutes of work for one dedicated window. C: 1 and 7 for half a window.
    assertEquals(Optional.of(pressed), hall.calls("1"));
    Event.TicketCalled call = hall.last(Event.TicketCalled.class);
    assertEquals("age-and-pressure", call.reason().rule());
    assertEquals(15.0, call.score());
    assertEquals(List.of(new Event.RunnerUp(dedicatedField, 300, 12.0)), call.runnersUp());
    assertTrue(call.reason().en().contains("1 min and 14 min of work"), call.reason().en());
  }

  @Test
  void whoWasSentToAFlexibleWindowIsComparedByAgeAlone() {
    TicketId sent = hall.takes("B");
    hall.serves("1");
    hall.minutes(1);
    hall.transfers(
        "1", new Command.Destination.ToWindow(new WindowId("2")), Command.Place.KEEP_TIME);
    hall.takes("C");
    assertEquals(Optional.of(sent), hall.calls("2"));
    assertEquals("transferred-here", rule());
  }

  @Test
  void anArrivingTicketGoesToTheLeastUsedOfTwoAlikeWindows() {
    HallStory story = HallStory.staffed(FIELDS);
    story.takes("C");
    story.serves("1");
    story.minutes(3);
    story.finishes("1");
    story.minutes(3);
    story.calls("1");
    story.takes("C");
    story.arrives("1");
    story.finishes("1");
    // Window 2 has been free longer but for a moment ago; window 1 has worked.
    story.takes("C");
    story.serves("2");
    story.seconds(1);
    story.finishes("2");
    story.calls("1");
    story.calls("2");
    TicketId ticket = story.takes("C");
    assertEquals(Optional.of(ticket), story.ticketAt("2"));
    assertEquals("least-used", story.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void whatAFlexibleWindowIsFastAtCountsOlder() {
    learns("1", "A", 1.5);
    TicketId fast = hall.takes("A");
    TicketId pressed = hall.takes("C");

    // A: 7 minutes of work for one dedicated window, and 20 × ln 1.5. C: 7 for half a window.
    assertEquals(Optional.of(fast), hall.calls("1"));
    Event.TicketCalled call = hall.last(Event.TicketCalled.class);
    assertEquals(15.11, call.score());
    assertTrue(call.reason().en().contains("plus 8 min as this window is fast"), call.toString());
    assertTrue(call.reason().zh().contains("较快加 8 分钟"), call.toString());
    assertEquals(Optional.of(pressed), hall.calls("2"), "it is as fast as usual");
  }

  @Test
  void skillNeverBeatsTheGuardNorWhoWasSentHere() {
    learns("1", "A", 5);
    TicketId old = hall.takes("C");
    hall.minutes(15);
    hall.takes("A");
    assertEquals(Optional.of(old), hall.calls("1"));
    assertEquals("guard", rule());

    HallStory story = HallStory.staffed(FIELDS);
    story.does(learned("2", "A", 5));
    TicketId sent = story.takes("B");
    story.serves("1");
    story.minutes(1);
    story.transfers(
        "1", new Command.Destination.ToWindow(new WindowId("2")), Command.Place.KEEP_TIME);
    story.takes("A");
    assertEquals(Optional.of(sent), story.calls("2"));
  }

  @Test
  void anArrivingTicketGoesPastASpecialisedWindowThatHasBeenMuchBusier() {
    hall.takes("A");
    hall.serves("3");
    hall.minutes(5);
    hall.finishes("3");
    hall.calls("1");
    hall.calls("3");
    TicketId ticket = hall.takes("A");
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
    assertEquals("evener-use", rule());

    hall.does(new Command.ChangePolicy(PolicyPlan.of("balanced").with("evenness", 100)));
    hall.arrives("1");
    hall.finishes("1");
    hall.calls("1");
    assertEquals(Optional.of(hall.takes("A")), hall.ticketAt("3"));
    assertEquals("specialised-first", rule());
  }

  @Test
  void theGuardIsTheHallsChoice() {
    hall.does(new Command.ChangePolicy(PolicyPlan.of("balanced").with("guard", 3)));
    TicketId old = hall.takes("B");
    hall.minutes(3);
    hall.takes("A");
    assertEquals(Optional.of(old), hall.calls("3"));
    assertEquals("guard", rule());
  }

  private void learns(String window, String line, double factor) {
    hall.does(learned(window, line, factor));
  }

  private static Command learned(String window, String line, double factor) {
    return new Command.LearnSpeeds(
        List.of(
            new WindowSpeeds(
                new WindowId(window), List.of(new LineSpeed(new LineId(line), factor)))));
  }

  private String rule() {
    return hall.last(Event.TicketCalled.class).reason().rule();
  }
}
