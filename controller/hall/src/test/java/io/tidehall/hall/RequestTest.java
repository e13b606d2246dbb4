package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final Actor KIOSK = Actor.device("kiosk-1");
  private final HallStory hall = HallStory.withOneWindow(Layout.small());

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndMakesNoEvent() {
    var request = new Request("tap-1", KIOSK, HallStory.issue("A", null, null));
    var first = assertInstanceOf(Decision.Accepted.class, hall.asks(request));
    HallState after = hall.state();
    hall.minutes(5);
    var again = assertInstanceOf(Decision.Accepted.class, hall.asks(request));

    assertFalse(first.repeated());
    assertTrue(again.repeated());
    assertEquals(first.events(), again.events());
    assertEquals(after, hall.state());
    assertEquals(List.of("A001"), hall.queue("A"));
  }

  @Test
  void aRepeatIsKnownAfterARestartToo() {
    var request = new Request("tap-1", KIOSK, HallStory.issue("A", null, null));
    hall.asks(request);
    var again =
        assertInstanceOf(
            Decision.Accepted.class, Hall.decide(hall.replayed(), request, hall.now()));
    assertTrue(again.repeated());
  }

  @Test
  void aRepeatIsKnownAcrossTheRollOverForAnHour() {
    HallStory story = HallStory.withOneWindow(Layout.small().onTrial());
    var request = new Request("tap-1", KIOSK, HallStory.issue("A", null, null));
    story.on("2026-11-24", "03:59");
    story.asks(request);
    story.at("04:01");
    story.does(new Command.PassTime());
    assertTrue(assertInstanceOf(Decision.Accepted.class, story.asks(request)).repeated());

    story.on("2026-11-25", "04:01");
    story.does(new Command.PassTime());
    assertFalse(assertInstanceOf(Decision.Accepted.class, story.asks(request)).repeated());
  }

  @Test
  void aRepeatIsKnownForAnHourAtLeastAndTwoAtMost() {
    HallStory story = HallStory.withOneWindow(Layout.small().onTrial());
    var early = new Request("tap-1", KIOSK, HallStory.issue("A", null, null));
    var later = new Request("tap-2", KIOSK, HallStory.issue("A", null, null));
    story.on("2026-11-24", "09:00");
    story.asks(early);
    story.at("09:59");
    story.asks(later);
    story.at("10:58");
    story.asks(new Request("tap-3", KIOSK, HallStory.issue("B", null, null)));
    assertTrue(assertInstanceOf(Decision.Accepted.class, story.asks(later)).repeated());

    story.at("12:00");
    story.asks(new Request("tap-4", KIOSK, HallStory.issue("B", null, null)));
    assertFalse(assertInstanceOf(Decision.Accepted.class, story.asks(early)).repeated());
    assertFalse(assertInstanceOf(Decision.Accepted.class, story.asks(later)).repeated());
  }

  @Test
  void twoSendersMayMakeTheSameId() {
    hall.asks(new Request("1", KIOSK, HallStory.issue("A", null, null)));
    hall.asks(new Request("1", Actor.device("kiosk-2"), HallStory.issue("B", null, null)));
    assertEquals(List.of("A001"), hall.queue("A"));
    assertEquals(List.of("B001"), hall.queue("B"));
  }

  @Test
  void whatASenderDoesToItsListsAfterwardsChangesNothing() {
    List<LineId> lines = new ArrayList<>(List.of(new LineId("A")));
    hall.does(new Command.ChangeWindow(new WindowId("1"), WindowKind.DEDICATED, lines));
    lines.clear();
    assertEquals(List.of(new LineId("A")), hall.last(Event.WindowChanged.class).lines());
    assertEquals(hall.state(), hall.replayed());
  }

  @Test
  void aRefusedRequestMayBeTriedAgainUnderItsId() {
    var request = new Request("press-1", KIOSK, new Command.Arrive(new WindowId("1")));
    assertInstanceOf(Decision.Refused.class, hall.asks(request));
    hall.takes("A");
    hall.calls("1");
    assertInstanceOf(Decision.Accepted.class, hall.asks(request));
  }

  @Test
  void aClockThatJumpsBackStandsStillUntilItCatchesUp() {
    hall.takes("A");
    Instant before = hall.now();
    hall.minutes(-30);
    hall.takes("A");
    hall.takes("A");

    assertEquals(List.of("A001", "A002", "A003"), hall.queue("A"));
    assertTrue(hall.journal().stream().noneMatch(entry -> entry.at().isAfter(before)));
    assertEquals(before, hall.journal().getLast().at());
    assertEquals(before, hall.state().at());
  }

  @Test
  void aClockThatJumpsBackADayDoesNotReopenTheDay() {
    HallStory story = HallStory.withOneWindow(Layout.small().onTrial());
    story.on("2026-11-24", "09:00");
    story.takes("A");
    story.on("2026-11-23", "09:00");
    assertEquals("20261124-A002", story.takes("A").value());
  }

  @Test
  void journalEntriesMustComeInOrder() {
    var entry = new Entry(99, hall.now(), "r", KIOSK, List.of());
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Hall.apply(hall.state(), entry));
    assertEquals(
        "expected journal entry %d, but 99 came".formatted(hall.state().seq() + 1),
        thrown.getMessage());
  }
}
