package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a citizen was told of the wait, and when it no longer holds. */
class ToldTest {
  private static final Told TOLD = new Told(15, 25, false);

  @Test
  void aWaitIsMuchWorseTenMinutesBeyondTheRangeAndNotBefore() {
    assertFalse(TOLD.worse(34.9, false));
    assertTrue(TOLD.worse(35, false));
  }

  @Test
  void itStaysSoUntilLessThanFiveMinutesAreLeftOfIt() {
    assertTrue(TOLD.worse(30, true));
    assertFalse(TOLD.worse(29.9, true));
  }

  @Test
  void aTicketKeepsTheForecastItWasToldOrElseTheRoughRange() {
    HallStory story = HallStory.staffed(Layout.small());
    var told = new Promise.Minutes(4, 8, 12);
    assertEquals(new Told(4, 12, false), of(story, issue(story, new Promise(told, told, true))));
    Told rough = of(story, issue(story, new Promise(told, told, false)));
    assertNotNull(rough);
    assertTrue(rough.rough());
    HallStory empty = HallStory.empty(Layout.small());
    assertNull(of(empty, issue(empty, null)), "nobody serves: nothing was said");
  }

  @Test
  void whoGoesOnElsewhereIsHeldToNothingAnyMore() {
    HallStory story = HallStory.staffed(Layout.small());
    story.takes("A");
    TicketId ticket = story.serves("1");
    assertNotNull(of(story, ticket));
    story.does(
        new Command.Transfer(
            new WindowId("1"),
            new Command.Destination.ToLine(new LineId("B")),
            Command.Place.KEEP_TIME));
    assertNull(of(story, ticket));
  }

  private static TicketId issue(HallStory story, @Nullable Promise promise) {
    story.does(
        new Command.IssueTicket(new LineId("A"), List.of(), null, null, null, "zh-CN", promise));
    return story.last(Event.TicketIssued.class).ticket();
  }

  private static @Nullable Told of(HallStory story, TicketId ticket) {
    return story.state().findTicket(ticket).orElseThrow().told();
  }
}
