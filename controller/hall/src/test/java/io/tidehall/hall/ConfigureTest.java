package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.HoldKind;
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

  @Test
  void aClerkAtAWindowCannotBeTakenAway() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.refuses(Refusal.PLAN_IN_USE, configure(Layout.small().withoutClerk("wang")));
    hall.does(configure(Layout.small().withoutClerk("qian")));
  }

  @Test
  void theWindowThatKeepsPapersCannotBeTakenAway() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    TicketId ticket = hall.takes("A");
    hall.serves("1");
    hall.holds("1", HoldKind.PAPERS_KEPT);
    hall.does(new Command.SignOut(new WindowId("1")));
    assertEquals(
        ticket,
        hall.refuses(Refusal.PLAN_IN_USE, configure(Layout.small().withoutWindow("1"))).ticket());
  }

  @Test
  void theClerkWhomATicketIsBoundForCannotBeTakenAway() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.takes("A");
    hall.serves("1");
    hall.transfers(
        "1", new Command.Destination.ToClerk(new ClerkId("qian")), Command.Place.KEEP_TIME);
    hall.refuses(Refusal.PLAN_IN_USE, configure(Layout.small().withoutClerk("qian")));
  }

  @Test
  void whatTheManagerSetUpStaysWhereThePlanHasNotChanged() {
    HallStory hall = HallStory.empty(Layout.small());
    hall.does(new Command.OpenWindow(new WindowId("4"), "peak"));
    hall.signIn("4", "qian");
    hall.changes("1", WindowKind.DEDICATED, "C");
    hall.does(configure(Layout.small().withClerk("sun")));
    assertInstanceOf(Window.Free.class, hall.window("4"));
    assertEquals(WindowKind.DEDICATED, hall.window("1").plan().kind());

    hall.does(configure(Layout.small().withWindow("1", WindowKind.ASSIST, "A")));
    assertEquals(WindowKind.ASSIST, hall.window("1").plan().kind());
  }

  @Test
  void aStaffedWindowThatThePlanTakesOutOfServiceClosesAfterItsTicket() {
    HallStory hall = HallStory.staffed(Layout.small());
    hall.takes("B");
    hall.serves("1");
    hall.does(
        configure(
            Layout.small()
                .withWindowOutOfService("1", WindowKind.TIDAL, "A", "B")
                .withWindowOutOfService("2", WindowKind.TIDAL, "A", "B")));
    assertInstanceOf(Window.Busy.class, hall.window("1"));
    assertInstanceOf(Window.Closed.class, hall.window("2"));
    hall.finishes("1");
    assertInstanceOf(Window.Closed.class, hall.window("1"));
  }

  @Test
  void aNewPlanInTheMorningFindsYesterdayOver() {
    HallStory hall = HallStory.withOneWindow(Layout.small());
    hall.takes("C");
    hall.on("2026-11-24", "08:00");
    hall.does(
        configure(
            Layout.small()
                .withoutLine("C")
                .withWindow("1", WindowKind.COMPREHENSIVE, "A", "B")
                .withWindow("2", WindowKind.COMPREHENSIVE, "A", "B")));
    assertEquals(LocalDate.parse("2026-11-24"), hall.state().day());
  }

  @Test
  void aPlanWithAZoneThatIsNoneOrRulesThatAreNoneIsNotMade() {
    var zone = assertThrows(IllegalArgumentException.class, () -> zoned("Mars/Base"));
    assertEquals(
        "expected a time zone such as Asia/Shanghai, but it is 'Mars/Base'", zone.getMessage());
    var rules =
        assertThrows(IllegalArgumentException.class, () -> Layout.small().withClerkWindows(0));
    assertEquals("expected rules.clerkWindows to be at least 1, but it is 0", rules.getMessage());
  }

  private static HallPlan zoned(String zone) {
    HallPlan plan = Layout.small().plan();
    return new HallPlan(
        plan.id(),
        plan.zh(),
        plan.en(),
        zone,
        plan.trial(),
        plan.lines(),
        plan.windows(),
        plan.clerks(),
        plan.hours(),
        plan.workingDays(),
        plan.rules(),
        plan.greenReasons(),
        plan.labels());
  }

  private static Command configure(Layout layout) {
    return new Command.Configure(layout.plan());
  }
}
