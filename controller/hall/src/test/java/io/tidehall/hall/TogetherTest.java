package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several items on one ticket (一件事). Window 1 does all lines, window 3 is at work for A alone, and
 * window 4 for A and B is out of service.
 */
class TogetherTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @BeforeEach
  void windowThreeIsAtWork() {
    hall.signIn("3", "zhao");
  }

  @Test
  void itemsOfOneLineNeedNoMore() {
    assertEquals(Optional.of(new LineId("A")), Hall.lineFor(hall.state(), List.of("a1", "a2")));
    hall.does(issue("A", null, "a1", "a2"));
    assertEquals(List.of("a1", "a2"), issued().items());
  }

  @Test
  void aLineWhoseWindowsAllDoTheRestTakesThemAll() {
    assertEquals(
        Optional.of(new LineId("B")),
        Hall.lineFor(hall.state(), List.of("a1", "b1")),
        "window 3 takes A alone, so A cannot promise B");
    hall.does(issue("C", null, "a1", "b1", "c1"));
    assertEquals("C001", issued().ticket().number());
    assertEquals(List.of("a1", "b1", "c1"), issued().items());
  }

  @Test
  void aLineWithAWindowThatCannotDoAllIsRefused() {
    assertTrue(
        hall.refuses(Refusal.ITEMS_APART, issue("A", null, "a1", "b1")).because().contains("b1"));
  }

  @Test
  void whatNoWindowDoesAloneStaysApart() {
    HallStory story =
        HallStory.withOneWindow(
            Layout.small().withLine("D", 0, "d1").withWindow("5", WindowKind.DEDICATED, "D"));
    assertEquals(Optional.empty(), Hall.lineFor(story.state(), List.of("a1", "d1")));
    assertEquals(Optional.empty(), Hall.lineFor(story.state(), List.of("a1", "x1")));
    story.refuses(Refusal.ITEMS_APART, issue("D", null, "a1", "d1"));
  }

  @Test
  void aLineKeptForSeveralItemsTakesWhatHasWindowsOfItsOwn() {
    HallStory story =
        HallStory.withOneWindow(
            Layout.small()
                .withWindow("5", WindowKind.DEDICATED, "B")
                .withLineForSeveral("S")
                .withWindow("1", WindowKind.COMPREHENSIVE, "A", "B", "C", "S"));
    story.signIn("3", "zhao");
    story.signIn("5", "qian");
    assertEquals(Optional.of(new LineId("S")), Hall.lineFor(story.state(), List.of("a1", "b1")));
    assertEquals(
        Optional.of(new LineId("C")),
        Hall.lineFor(story.state(), List.of("a1", "c1")),
        "one of their own lines comes first");
    story.does(issue("S", null, "a1", "b1"));
    assertEquals(Optional.of("S001"), story.calls("1").map(TicketId::number));
  }

  @Test
  void aNarrowWindowThatIsClosedStandsInNobodysWay() {
    hall.does(new Command.SignOut(new WindowId("3")));
    assertEquals(Optional.of(new LineId("A")), Hall.lineFor(hall.state(), List.of("a1", "c1")));
    hall.does(issue("A", null, "a1", "c1"));
    hall.signIn("3", "zhao");
    assertEquals(Optional.empty(), hall.calls("3"), "it does not do c1");
    assertEquals(Optional.of("A001"), hall.calls("1").map(TicketId::number));
  }

  @Test
  void aNarrowWindowTakesTheNextThatItMayServe() {
    hall.does(issue("B", null, "b1", "c1"));
    TicketId alone = hall.takes("B");
    hall.does(new Command.OpenWindow(new WindowId("4"), "busy"));
    hall.signIn("4", "qian");
    assertEquals(Optional.of(alone), hall.calls("4"));
    assertEquals(Optional.of("B001"), hall.calls("1").map(TicketId::number));
  }

  @Test
  void aWindowThatIsNarrowedLeavesItToTheOthers() {
    hall.does(issue("B", null, "b1", "c1"));
    TicketId both = issued().ticket();
    hall.does(new Command.ChangeWindow(new WindowId("1"), WindowKind.COMPREHENSIVE, lines("B")));
    assertEquals(Optional.empty(), hall.calls("1"));
    hall.refuses(
        Refusal.NOT_IN_SCOPE, new Command.CallTicket(new WindowId("1"), both, "she is old"));
    hall.signIn("2", "li");
    assertEquals(Optional.of("B001"), hall.calls("2").map(TicketId::number));
  }

  @Test
  void theLastWindowThatDoesAllOfItIsNotNarrowed() {
    hall.does(issue("B", null, "b1", "c1"));
    TicketId both = issued().ticket();
    hall.does(new Command.ChangeWindow(new WindowId("1"), WindowKind.COMPREHENSIVE, lines("B")));
    var narrow = new Command.ChangeWindow(new WindowId("2"), WindowKind.COMPREHENSIVE, lines("C"));
    assertTrue(hall.refuses(Refusal.PLAN_IN_USE, narrow).because().contains("serve the ticket"));
    hall.does(new Command.VoidTicket(both, "gone home"));
    hall.does(narrow);
  }

  @Test
  void aLineOfItsItemsStaysInThePlan() {
    hall.does(issue("B", null, "b1", "c1"));
    Layout without =
        Layout.small()
            .withoutLine("C")
            .withWindow("1", WindowKind.COMPREHENSIVE, "A", "B")
            .withWindow("2", WindowKind.COMPREHENSIVE, "A", "B");
    var configure = new Command.Configure(without.plan());
    assertTrue(hall.refuses(Refusal.PLAN_IN_USE, configure).because().contains("line C"));
    Layout apart = Layout.small().withWindow("1", WindowKind.COMPREHENSIVE, "A", "B");
    hall.does(new Command.Configure(apart.plan()));
    Layout none = apart.withWindow("2", WindowKind.COMPREHENSIVE, "C");
    hall.refuses(Refusal.PLAN_IN_USE, new Command.Configure(none.plan()));
  }

  private static List<LineId> lines(String... ids) {
    return Stream.of(ids).map(LineId::new).toList();
  }

  @Test
  void aLineThatOnlyWindowsOutOfServiceTakeTakesNothing() {
    HallStory story =
        HallStory.withOneWindow(
            Layout.small()
                .withLine("D", 0, "d1")
                .withLine("E", 0, "e1")
                .withWindowOutOfService("5", WindowKind.DEDICATED, "D", "E"));
    assertEquals(Optional.empty(), Hall.lineFor(story.state(), List.of("d1", "e1")));
  }

  @Test
  void oneOfItsItemsMayBecomeATicketOfItsOwn() {
    hall.does(issue("B", "p1", "a1", "b1"));
    TicketId both = hall.serves("1");
    hall.does(
        new Command.Split(
            new WindowId("1"),
            new LineId("A"),
            List.of("a1"),
            Command.Place.KEEP_TIME,
            null,
            "zh-CN"));
    hall.finishes("1");
    assertEquals(both, hall.last(Event.SplitIssued.class).from());
    assertEquals("A001", issued().ticket().number());
    assertEquals("p1", issued().person());
  }

  @Test
  void itIsTheLiveTicketOfThePersonInEachOfItsLines() {
    hall.does(issue("B", "p1", "a1", "b1"));
    TicketId both = issued().ticket();
    for (String line : List.of("A", "B")) {
      assertEquals(
          both, hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue(line, null, "p1")).ticket());
    }
    assertEquals("C001", hall.takesAs("p1", "C").number());
    assertEquals(
        both, hall.refuses(Refusal.ALREADY_QUEUING, issue("C", "p1", "b1", "c1")).ticket());

    hall.does(new Command.VoidTicket(both, "gone home"));
    assertEquals("A001", hall.takesAs("p1", "A").number());
  }

  @Test
  void sentToAnotherLineItIsForThatLineAlone() {
    hall.does(issue("B", "p1", "a1", "b1"));
    hall.calls("1");
    hall.does(new Command.Arrive(new WindowId("1")));
    hall.does(
        new Command.Transfer(
            new WindowId("1"),
            new Command.Destination.ToLine(new LineId("C")),
            Command.Place.KEEP_TIME));
    assertEquals("A001", hall.takesAs("p1", "A").number());
    assertEquals("B002", hall.takesAs("p1", "B").number());
    hall.refuses(Refusal.ALREADY_QUEUING, HallStory.issue("C", null, "p1"));
  }

  private Event.TicketIssued issued() {
    return hall.last(Event.TicketIssued.class);
  }

  private static Command issue(String line, @Nullable String person, String... items) {
    return new Command.IssueTicket(new LineId(line), List.of(items), null, person, null, "zh-CN");
  }
}
