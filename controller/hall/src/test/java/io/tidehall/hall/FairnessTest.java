package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.Fairness.LongestWait;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hall promises 30 minutes, 10 in the green channel, and to be passed over once at most. */
class FairnessTest {
  private final HallStory hall =
      HallStory.staffed(
          Layout.small()
              .withRules(
                  Rules.usual()
                      .withFairness(
                          new Fairness(
                              List.of(
                                  new LongestWait("normal", Duration.ofMinutes(30)),
                                  new LongestWait("green", Duration.ofMinutes(10))),
                              1))));

  @Test
  void whoWaitsLongerThanPromisedIsToldOnceWithTheReason() {
    TicketId ticket = hall.takes("B");
    assertEquals(
        Optional.of(hall.now().plus(Duration.ofMinutes(30))), Hall.nextDeadline(hall.state()));
    hall.does(new Command.Pause(new WindowId("1"), "tea", null));
    hall.minutes(30);
    hall.does(new Command.PassTime());

    Event.FairnessBroken broken = hall.last(Event.FairnessBroken.class);
    assertEquals(ticket, broken.ticket());
    assertEquals("longest-wait", broken.rule());
    assertEquals(
        "B001 has waited 30 min, and at most 30 were promised to the class Normal: 2 windows may"
            + " serve it, 0 busy, 1 paused, and window 2 is free and has not called; 0 stand before"
            + " it in the queue",
        broken.en());
    assertTrue(broken.zh().contains("窗口 2 空闲未叫号"), broken.zh());

    hall.minutes(1);
    hall.does(new Command.PassTime());
    assertTrue(hall.all(Event.FairnessBroken.class).isEmpty());
  }

  @Test
  void eachClassHasItsOwnPromise() {
    TicketId green = hall.takesGreen("B");
    hall.takes("B");
    hall.minutes(10);
    hall.does(new Command.PassTime());
    assertEquals(green, hall.last(Event.FairnessBroken.class).ticket());
  }

  @Test
  void aCallThatComesTooLateStillTellsTheBreach() {
    hall.takes("B");
    hall.minutes(45);
    hall.calls("1");
    assertEquals(1, hall.all(Event.FairnessBroken.class).size());
  }

  @Test
  void whoIsPassedOverTooOftenIsToldOnce() {
    TicketId patient = hall.takes("A");
    TicketId second = hall.takes("A");
    TicketId third = hall.takes("A");
    TicketId fourth = hall.takes("A");
    choose("1", second);
    assertTrue(hall.all(Event.FairnessBroken.class).isEmpty());
    choose("2", third);
    Event.FairnessBroken broken = hall.last(Event.FairnessBroken.class);
    assertEquals(patient, broken.ticket());
    assertEquals("most-overtakes", broken.rule());
    assertTrue(broken.en().contains("window 2 took A003 first"), broken.en());
    choose("3", fourth);
    assertTrue(hall.all(Event.FairnessBroken.class).isEmpty());
  }

  @Test
  void theHeadStartOfAClassIsNoOvertaking() {
    TicketId patient = hall.takes("A");
    hall.takesGreen("A");
    hall.takesGreen("A");
    hall.calls("1");
    hall.calls("2");
    assertEquals(0, hall.state().ticket(patient).patience().overtaken());
  }

  private void choose(String window, TicketId ticket) {
    hall.does(new Command.CallTicket(new WindowId(window), ticket, "why"));
  }
}
