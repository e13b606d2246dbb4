package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command.Place;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A further item of the same visitor becomes a ticket when the present service has ended. */
class SplitTest {
  private static final WindowId ONE = new WindowId("1");
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aFurtherItemBecomesATicketOfItsOwnWhenTheServiceEndsAndNotBefore() {
    hall.takesAs("p1", "A");
    TicketId first = hall.serves("1");
    hall.does(split("B", Place.KEEP_TIME, "b1"));
    assertEquals(List.of(), hall.queue("B"), "nobody is called to two windows");
    hall.minutes(5);
    hall.finishes("1");
    Event.TicketIssued issued = hall.last(Event.TicketIssued.class);
    assertEquals(new LineId("B"), issued.line());
    assertEquals(List.of("b1"), issued.items());
    assertEquals("p1", issued.person());
    assertEquals(first, hall.last(Event.SplitIssued.class).from());
    assertEquals(issued.ticket(), hall.last(Event.SlipQueued.class).ticket());
  }

  @Test
  void itsPlaceIsTheSendersChoice() {
    assertEquals(List.of("B003", "B001", "B002"), queueAfter(Place.KEEP_TIME));
    assertEquals(List.of("B003", "B001", "B002"), queueAfter(Place.FRONT));
    assertEquals(List.of("B001", "B002", "B003"), queueAfter(Place.END));
  }

  @Test
  void theGreenChannelGoesWithIt() {
    hall.takesGreen("A");
    hall.serves("1");
    hall.does(split("C", Place.END));
    hall.finishes("1");
    assertEquals("elderly", hall.last(Event.TicketIssued.class).greenReason());
  }

  @Test
  void itGoesOnWithATransferredTicketAndIsDroppedOnAsking() {
    hall.signIn("2", "li");
    hall.takes("A");
    hall.serves("1");
    hall.does(split("B", Place.END));
    hall.does(split("C", Place.END));
    hall.refuses(Refusal.NOT_SPLIT, new Command.DropSplit(ONE, new LineId("A")));
    hall.does(new Command.DropSplit(ONE, new LineId("C")));
    hall.transfers("1", new Command.Destination.ToWindow(new WindowId("2")), Place.FRONT);
    hall.serves("2");
    hall.finishes("2");
    assertEquals(List.of("B001"), hall.queue("B"));
    assertEquals(List.of(), hall.queue("C"));
  }

  @Test
  void onePersonHasOneLiveTicketALineAlsoBySplitting() {
    hall.takesAs("p1", "A");
    hall.serves("1");
    hall.takesAs("p1", "B");
    hall.refuses(Refusal.ALREADY_QUEUING, split("B", Place.END));
    hall.refuses(Refusal.SAME_LINE, split("A", Place.END));
    hall.refuses(Refusal.UNKNOWN_LINE, split("Z", Place.END));
    hall.refuses(Refusal.UNKNOWN_ITEM, split("C", Place.END, "b1"));
    hall.refuses(Refusal.BAD_TIME, split("C", Place.AT_TIME));
    hall.does(split("C", Place.END));
    hall.refuses(Refusal.ALREADY_SPLIT, split("C", Place.END));
    hall.takesAs("p1", "C");
    hall.finishes("1");
    assertTrue(hall.all(Event.TicketIssued.class).isEmpty(), "it has one by now");
  }

  @Test
  void aTicketThatGoesToTheLineItselfNeedsNoFurtherOneThere() {
    hall.takes("A");
    hall.serves("1");
    hall.does(split("B", Place.END, "b1"));
    hall.does(split("C", Place.END));
    hall.transfers("1", new Command.Destination.ToLine(new LineId("B")), Place.FRONT);
    assertEquals(new LineId("B"), hall.last(Event.SplitDropped.class).line());
    hall.serves("1");
    hall.finishes("1");
    assertEquals(List.of(), hall.queue("B"), "it was served there already");
    assertEquals(List.of("C001"), hall.queue("C"));
  }

  @Test
  void whatWillNotBecomeATicketIsDroppedBeforeTheServiceEnds() {
    hall.takesAs("p1", "A");
    TicketId first = hall.serves("1");
    hall.does(split("B", Place.END));
    hall.does(split("C", Place.END));
    hall.takesAs("p1", "B");
    hall.finishes("1");
    assertEquals(
        new Event.SplitDropped(first, new LineId("B")), hall.last(Event.SplitDropped.class));
    assertEquals(new LineId("C"), hall.last(Event.TicketIssued.class).line());
  }

  @Test
  void aMissedTicketWithoutReturnsStandsInNobodysWay() {
    TicketId spent = hall.takesAs("p1", "B");
    for (int miss = 0; miss <= hall.state().plan().rules().returns(); miss++) {
      if (miss > 0) {
        hall.does(new Command.Requeue(spent));
      }
      hall.calls("1");
      hall.misses("1");
    }
    hall.takesAs("p1", "A");
    hall.serves("1");
    hall.does(split("B", Place.END, "b1"));
    hall.finishes("1");
    assertEquals(spent, hall.last(Event.TicketVoided.class).ticket());
    assertEquals(List.of("b1"), hall.last(Event.TicketIssued.class).items());
    assertEquals(List.of("B002"), hall.queue("B"));
  }

  @Test
  void aLineWithAFurtherItemToComeStaysInThePlan() {
    TicketId first = hall.takes("A");
    hall.serves("1");
    hall.does(split("B", Place.END));
    var without =
        new Command.Configure(
            Layout.small()
                .withoutLine("B")
                .withWindow("1", WindowKind.COMPREHENSIVE, "A", "C")
                .withWindow("2", WindowKind.COMPREHENSIVE, "A", "C")
                .withWindowOutOfService("4", WindowKind.TIDAL, "A")
                .plan());
    assertEquals(first, hall.refuses(Refusal.PLAN_IN_USE, without).ticket());
    hall.does(new Command.DropSplit(ONE, new LineId("B")));
    hall.does(without);
  }

  private List<String> queueAfter(Place place) {
    var story = HallStory.withOneWindow(Layout.small());
    story.takes("A");
    story.seconds(10);
    story.takes("B");
    story.takes("B");
    story.serves("1");
    story.does(split("B", place));
    story.finishes("1");
    return story.queue("B");
  }

  private static Command split(String line, Place place, String... items) {
    return new Command.Split(ONE, new LineId(line), List.of(items), place, "printer-1", "zh-CN");
  }
}
