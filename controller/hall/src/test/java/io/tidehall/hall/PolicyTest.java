package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Layout FIELDS =
      Layout.small()
          .withField("A", "社保")
          .withField("B", "民政")
          .withField("C", "住建")
          .withFields("1", "民政", List.of());

  @Test
  void ownQueueFirstHelpsOthersOnlyWhenNobodyOfItsOwnWaits() {
    HallStory hall = HallStory.staffed(FIELDS.withPolicy("own-queue-first"));
    TicketId old = hall.takes("C");
    hall.minutes(40);
    TicketId own = hall.takes("B");
    assertEquals(List.of(own), inOrder(hall, "1", 1));
    assertEquals(Optional.of(old), hall.calls("1"));
    assertEquals("other-field", hall.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void ownQueueFirstMayHelpWhereTheMostWait() {
    HallStory hall = HallStory.staffed(FIELDS);
    hall.does(new Command.ChangePolicy(PolicyPlan.of("own-queue-first").with("longest", 1)));
    TicketId oldest = hall.takes("C");
    hall.minutes(40);
    TicketId first = hall.takes("A");
    hall.takes("A");
    TicketId own = hall.takes("B");
    assertEquals(List.of(own), inOrder(hall, "1", 1));
    assertEquals(Optional.of(first), hall.calls("1"));
    assertEquals("longest-queue", hall.last(Event.TicketCalled.class).reason().rule());
    hall.arrives("1");
    hall.finishes("1");
    assertEquals(List.of(oldest), inOrder(hall, "1", 1), "one waits in each field: the older");
  }

  @Test
  void ownQueueFirstSendsAnArrivingTicketToItsOwnWindow() {
    HallStory hall =
        HallStory.empty(
            FIELDS
                .withPolicy("own-queue-first")
                .withWindow("3", WindowKind.DEDICATED, "A", "B")
                .withFields("3", "社保", List.of()));
    hall.signIn("1", "wang");
    hall.signIn("3", "zhao");
    hall.calls("3");
    hall.calls("1");
    TicketId ticket = hall.takes("B");
    assertEquals(Optional.of(ticket), hall.ticketAt("1"));
    assertEquals("own-window", hall.last(Event.TicketCalled.class).reason().rule());
  }

  @Test
  void strictPriorityNeverLooksAtAge() {
    HallStory hall = HallStory.staffed(Layout.small().withPolicy("strict-priority"));
    TicketId old = hall.takes("A");
    hall.minutes(60);
    TicketId green = hall.takesGreen("B");
    TicketId other = hall.takesGreen("A");
    assertEquals(List.of(green, other, old), inOrder(hall, "1", 3));
  }

  @Test
  void theOrderOfClassesIsTheHallsChoice() {
    HallStory hall = HallStory.staffed(Layout.small());
    hall.does(
        new Command.ChangePolicy(
            PolicyPlan.of("strict-priority").with("green", 2).with("normal", 1)));
    TicketId green = hall.takesGreen("A");
    hall.minutes(1);
    TicketId normal = hall.takes("A");
    assertEquals(List.of(normal, green), inOrder(hall, "1", 2));
  }

  @Test
  void classRatioCallsTwoToOneAtEachWindow() {
    HallStory hall = HallStory.staffed(Layout.small().withPolicy("class-ratio"));
    List<String> called = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      hall.takes("A");
      hall.takesGreen("A");
    }
    for (TicketId ticket : inOrder(hall, "1", 6)) {
      called.add(Integer.parseInt(ticket.number().substring(1)) % 2 == 0 ? "green" : "normal");
    }
    assertEquals(List.of("green", "green", "normal", "green", "green", "normal"), called);
    // The other window counts for itself.
    assertTrue(hall.calls("2").orElseThrow().number().matches("A0(02|04|06|08|10|12)"));
  }

  @Test
  void classRatioServesTheOtherClassWhenNobodyOfTheOneWaits() {
    HallStory hall = HallStory.staffed(Layout.small().withPolicy("class-ratio"));
    TicketId first = hall.takes("A");
    TicketId second = hall.takes("A");
    TicketId third = hall.takes("A");
    assertEquals(List.of(first, second), inOrder(hall, "1", 2));
    TicketId green = hall.takesGreen("A");
    assertEquals(List.of(green, third), inOrder(hall, "1", 2));
  }

  @Test
  void theManagerChangesThePolicyWhileTheHallRuns() {
    HallStory hall = HallStory.staffed(FIELDS);
    hall.does(new Command.ChangePolicy(PolicyPlan.of("longest-wait")));
    hall.takes("A");
    hall.calls("1");
    assertEquals("longest-wait", hall.last(Event.TicketCalled.class).reason().policy());
    hall.refuses(Refusal.NO_CHANGE, new Command.ChangePolicy(PolicyPlan.of("longest-wait")));
  }

  @Test
  void aPolicyThatCannotBeUsedIsRefusedAndTheHallKeepsItsOwn() {
    HallStory hall = HallStory.staffed(FIELDS);
    hall.refuses(Refusal.UNKNOWN_POLICY, new Command.ChangePolicy(PolicyPlan.of("by-lot")));
    assertEquals(
        "Expected policy.guard to be a number from 0 to 240, but it is 999",
        hall.refuses(
                Refusal.BAD_POLICY_PARAMETER,
                new Command.ChangePolicy(PolicyPlan.of("balanced").with("guard", 999)))
            .because());
    hall.refuses(
        Refusal.BAD_POLICY_PARAMETER,
        new Command.ChangePolicy(PolicyPlan.of("class-ratio").with("green", 1.5)));
    hall.refuses(
        Refusal.BAD_POLICY_PARAMETER,
        new Command.ChangePolicy(PolicyPlan.of("longest-wait").with("guard", 5)));
    assertEquals(PolicyPlan.of("balanced"), hall.state().steering().policy());
  }

  @Test
  void aNewPlanKeepsTheManagersPolicyUnlessItSaysAnother() {
    HallStory hall = HallStory.empty(FIELDS);
    hall.does(new Command.ChangePolicy(PolicyPlan.of("longest-wait")));
    hall.does(new Command.Configure(FIELDS.withLine("D", 0, "d1").plan()));
    assertEquals("longest-wait", hall.state().steering().policy().name());
    hall.does(new Command.Configure(FIELDS.withPolicy("own-queue-first").plan()));
    assertEquals("own-queue-first", hall.state().steering().policy().name());
  }

  @Test
  void aSecondFieldWidensTheScopeAtOnceAndIsChecked() {
    HallStory hall = HallStory.staffed(FIELDS);
    TicketId ticket = hall.takes("C");
    assertEquals(Optional.empty(), hall.calls("3"));
    hall.refuses(Refusal.UNKNOWN_FIELD, second("海关"));
    hall.does(second("住建"));
    assertEquals(Optional.of(ticket), hall.ticketAt("3"));
    assertEquals(
        List.of("A", "C"),
        hall.last(Event.WindowChanged.class).scope().stream().map(Object::toString).toList());
    hall.refuses(Refusal.NO_CHANGE, second("住建"));
  }

  private static Command second(String field) {
    return new Command.ChangeWindow(
        new WindowId("3"),
        WindowKind.DEDICATED,
        List.of(new LineId("A")),
        new WindowFields("社保", List.of(field)));
  }

  private static List<TicketId> inOrder(HallStory hall, String window, int count) {
    List<TicketId> called = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<TicketId> next = hall.calls(window);
      called.add(next.orElseThrow());
      hall.arrives(window);
      hall.finishes(window);
    }
    return called;
  }
}
