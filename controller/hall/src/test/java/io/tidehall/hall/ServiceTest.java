package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void serviceBeginsWhenTheVisitorComes() {
    TicketId ticket = hall.takes("A");
    hall.calls("1");
    hall.seconds(30);
    hall.arrives("1");

    assertEquals("20261123-A001-1", hall.last(Event.ServiceStarted.class).service().value());
    var serving = assertInstanceOf(TicketState.Serving.class, hall.stateOf(ticket));
    assertEquals(hall.now(), serving.since());
    assertEquals(Duration.ofMinutes(5), serving.handled(hall.now().plusSeconds(300)));
    hall.refuses(Refusal.ALREADY_ARRIVED, new Command.Arrive(new WindowId("1")));
  }

  @Test
  void theEndOfServiceEndsTheTicketAndFreesTheWindow() {
    TicketId ticket = hall.takes("A");
    hall.serves("1");
    hall.minutes(7);
    hall.finishes("1");

    assertFalse(hall.alive(ticket));
    var free = assertInstanceOf(Window.Free.class, hall.window("1"));
    assertEquals(hall.now(), free.since());
    assertFalse(free.asked());
  }

  @Test
  void nobodyIsFinishedBeforeTheyCome() {
    hall.refuses(Refusal.WINDOW_HAS_NO_TICKET, finish(Outcome.DONE_AT_ONCE, ""));
    hall.takes("A");
    hall.calls("1");
    hall.refuses(Refusal.NOT_ARRIVED, finish(Outcome.DONE_AT_ONCE, ""));
  }

  @Test
  void aRefusalOrAMissingPaperNeedsAReasonAndTheOthersDoNot() {
    Set<Outcome> needing =
        Stream.of(Outcome.values())
            .filter(Outcome::needsReason)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    assertEquals(EnumSet.of(Outcome.SUPPLEMENT, Outcome.RETURNED), needing);

    for (Outcome outcome : Outcome.values()) {
      hall.takes("A");
      hall.serves("1");
      if (outcome.needsReason()) {
        hall.refuses(Refusal.REASON_MISSING, finish(outcome, "  "));
        hall.does(finish(outcome, "缺户口簿"));
        assertEquals("缺户口簿", hall.last(Event.ServiceFinished.class).reason());
      } else {
        hall.does(finish(outcome, ""));
      }
      assertEquals(outcome, hall.last(Event.ServiceFinished.class).outcome());
    }
  }

  @Test
  void theOutcomesAreThoseOfTheTrade() {
    assertEquals(
        "即办办结 承诺件受理 补办件 退回件 联办件 代理件 咨询 转出",
        Stream.of(Outcome.values()).map(Outcome::zh).collect(Collectors.joining(" ")));
  }

  @Test
  void aWaitingOrMissedTicketCanBeGivenUpAndAServedOneCannot() {
    TicketId waiting = hall.takes("A");
    hall.does(new Command.VoidTicket(waiting, "left"));
    assertFalse(hall.alive(waiting));
    assertTrue(hall.queue("A").isEmpty());
    hall.refuses(Refusal.UNKNOWN_TICKET, new Command.VoidTicket(waiting, "left"));

    TicketId other = hall.takes("A");
    hall.calls("1");
    hall.refuses(Refusal.TICKET_NOT_WAITING, new Command.VoidTicket(other, "left"));
    hall.misses("1");
    hall.does(new Command.VoidTicket(other, "left"));
    assertEquals("left", hall.last(Event.TicketVoided.class).reason());

    TicketId third = hall.takes("A");
    hall.serves("1");
    hall.refuses(Refusal.TICKET_NOT_WAITING, new Command.VoidTicket(third, "left"));
  }

  private static Command finish(Outcome outcome, String reason) {
    return new Command.Finish(new WindowId("1"), outcome, reason);
  }
}
