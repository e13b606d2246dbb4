package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigureTest {
  @Test
  void theFirstPlanBeginsTheFirstDay() {
    HallStory hall = HallStory.empty(Layout.small());
    assertEquals(1, hall.all(Event.HallConfigured.class).size());
    assertEquals(LocalDate.parse("2026-11-23"), hall.last(Event.DayBegun.class).day());
    assertEquals(4, hall.state().windows().size());
  }

  @Test
  void aHallWithoutAPlanRefusesEverythingPolitely() {
    var at = HallStory.empty(Layout.small()).now();
    for (Command command :
        new Command[] {
          HallStory.issue("A", null, null),
          new Command.CallNext(new WindowId("1")),
          new Command.Requeue(new TicketId("20261123-A001"))
        }) {
      assertInstanceOf(
          Decision.Refused.class,
          Hall.decide(HallState.empty(), new Request("r", Actor.system(), command), at));
    }
    assertEquals(
        new Decision.Accepted(java.util.List.of(), false),
        Hall.decide(
            HallState.empty(), new Request("r", Actor.system(), new Command.PassTime()), at));
  }

  @Test
  void aNewWindowAndLineAreThereAtOnce() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.does(
        configure(
            Layout.small().withLine("D", 0, "d1").withWindow("5", WindowKind.DEDICATED, "D")));
    assertEquals("D001", hall.takes("D").number());
    assertInstanceOf(Window.Closed.class, hall.window("5"));
    assertEquals("wang", hall.window("1").findPost().orElseThrow().clerk().value());
  }

  @Test
  void waitingTicketsGoOnUnderANewPlan() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    TicketId ticket = hall.takes("A");
    hall.does(configure(Layout.small().withLine("D", 0, "d1")));
    assertEquals(Optional.of(ticket), hall.calls("1"));
  }

  @Test
  void aStaffedWindowCannotBeTakenAway() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    assertTrue(
        hall.refuses(Refusal.PLAN_IN_USE, configure(Layout.small().withoutWindow("1")))
            .because()
            .contains("window 1"));
    hall.does(new Command.SignOut(new WindowId("1")));
    hall.does(configure(Layout.small().withoutWindow("1")));
    assertTrue(hall.state().findWindow(new WindowId("1")).isEmpty());
  }

  @Test
  void aLineWithALiveTicketCannotBeTakenAway() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    TicketId ticket = hall.takes("C");
    Layout without =
        Layout.small()
            .withoutLine("C")
            .withWindow("1", WindowKind.COMPREHENSIVE, "A", "B")
            .withWindow("2", WindowKind.COMPREHENSIVE, "A", "B");
    assertTrue(hall.refuses(Refusal.PLAN_IN_USE, configure(without)).because().contains("C001"));
    hall.does(new Command.VoidTicket(ticket, "left"));
    hall.does(configure(without));
  }

  @Test
  void anUnknownPolicyIsRefusedWithTheKnownOnes() {
    HallStory hall = HallStory.empty(Layout.small());
    assertTrue(
        hall.refuses(Refusal.UNKNOWN_POLICY, configure(Layout.small().withPolicy("by-lot")))
            .because()
            .contains("longest-wait"));
  }

  private static Command configure(Layout layout) {
    return new Command.Configure(layout.plan());
  }
}
