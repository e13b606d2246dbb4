package io.tidehall.display.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VoiceQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final VoiceRules RULES = rules("");
  private static final AtomicLong SEQ = new AtomicLong();
  private VoiceQueue queue = VoiceQueue.empty();

  @Test
  void callsAreSaidInTheOrderTheyWereMadeAndOnce() {
    hear(call("A001", 1, 0), call("A002", 1, 1));
    assertEquals("A001", takeNext());
    hear(call("A001", 1, 0), call("A002", 1, 1), call("A003", 1, 2));
    assertEquals("A002", takeNext());
    assertEquals("A003", takeNext());
    hear(call("A001", 1, 0), call("A002", 1, 1), call("A003", 1, 2));
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void aRecallIsSaidAnewAndInPlaceOfTheCallThatWasNotYetSaid() {
    hear(call("A001", 1, 0));
    hear(call("A001", 2, 30));
    assertEquals(1, queue.waiting().size());
    assertEquals("A001", takeNext());
    hear(call("A001", 3, 60));
    assertEquals("A001", takeNext());
  }

  @Test
  void whoHasComeIsNotCalledAnyMore() {
    hear(call("A001", 1, 0), call("A002", 1, 1));
    Utterance first = queue.next(RULES).orElseThrow().what();
    queue = queue.without(first);
    assertTrue(queue.stands(first));
    hear();
    assertFalse(queue.stands(first));
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void afterAStartOnlyFreshCallsAreSaid() {
    queue = queue.heard(board(call("A001", 1, 0), call("A002", 1, 50)), NOW.plusSeconds(60), RULES);
    assertEquals("A002", takeNext());
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void callsOfAnotherZoneAreLeftToItsVoice() {
    VoiceRules second = rules("2");
    queue = queue.heard(board(call("A001", 1, 0)), NOW, second);
    assertTrue(queue.next(second).isEmpty());
  }

  @Test
  void aCallToAWindowWithoutAZoneIsSaidInEveryZoneAsTheBoardsShowIt() {
    var call =
        new BoardState.Call("A001-1", "A001", "12", Text.of("12 号窗口", "Window 12"), "", 1, NOW);
    VoiceRules second = rules("2");
    queue = queue.heard(board(call), NOW, second);
    assertEquals("A001-1", queue.next(second).orElseThrow().what().id());
  }

  @Test
  void manyWaitingCallsAreEachSaidOnceAndInOneLanguage() {
    hear(call("A001", 1, 0));
    assertEquals(
        List.of(List.of(Language.ZH, Language.EN), List.of(Language.ZH, Language.EN)),
        queue.next(RULES).orElseThrow().readings());
    hear(call("A001", 1, 0), call("A002", 1, 1), call("A003", 1, 2));
    assertTrue(queue.crowded(RULES));
    assertEquals(List.of(List.of(Language.ZH)), queue.next(RULES).orElseThrow().readings());
  }

  @Test
  void whatHasWaitedTooLongIsDroppedAndCounted() {
    hear(call("A001", 1, 0), call("A002", 1, 40));
    queue = queue.patient(NOW.plusSeconds(90), RULES);
    assertEquals(1, queue.dropped());
    assertEquals("A002", takeNext());
    hear(call("A001", 1, 0), call("A002", 1, 40));
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void loudnessFollowsTheTimeOfDayAlsoOverMidnight() {
    var rules =
        new VoiceRules(
            "",
            List.of(Language.ZH),
            2,
            4,
            Duration.ofSeconds(90),
            80,
            List.of(
                new VoiceRules.Hours(LocalTime.of(12, 0), LocalTime.of(14, 0), 30),
                new VoiceRules.Hours(LocalTime.of(22, 0), LocalTime.of(6, 0), 0)));
    assertEquals(80, rules.percentAt(LocalTime.of(11, 59)));
    assertEquals(30, rules.percentAt(LocalTime.of(12, 0)));
    assertEquals(80, rules.percentAt(LocalTime.of(14, 0)));
    assertEquals(0, rules.percentAt(LocalTime.of(23, 0)));
    assertEquals(0, rules.percentAt(LocalTime.of(5, 59)));
  }

  @Test
  void rulesThatMakeNoSenseAreRefusedWithWhatCame() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new VoiceRules(
                    "", List.of(Language.ZH), 0, 4, Duration.ofSeconds(1), 80, List.of()));
    assertEquals("expected 1 to 5 readings, but 0 came", thrown.getMessage());
  }

  @Test
  void aStateThatComesLateCallsNobodyAgain() {
    BoardState old = board(call("A001", 1, 0));
    queue = queue.heard(old, NOW, RULES);
    assertEquals("A001", takeNext());
    queue = queue.heard(board(), NOW, RULES);
    queue = queue.heard(old, NOW, RULES);
    assertTrue(queue.next(RULES).isEmpty());
    assertFalse(queue.stands(new Utterance.Call(old.calls().getFirst())));
  }

  @Test
  void aHallThatBeganAnewIsBelievedAndRepeatsNothing() {
    BoardState old = board(call("A001", 1, 0));
    hear();
    hear();
    queue = queue.heard(board(call("A001", 1, 0)), NOW, RULES);
    assertEquals("A001", takeNext());
    queue = queue.afterSilence().heard(old, NOW, RULES);
    assertTrue(queue.stands(new Utterance.Call(old.calls().getFirst())));
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void freeWordsAreSaidInTurnAndOnce() {
    hear();
    announce();
    hear(call("A001", 1, 0));
    announce(words("n-1", "", "请勿停车"));
    hear(call("A001", 1, 0), call("A002", 1, 1));
    assertEquals("A001", takeNext());
    assertEquals("请勿停车", takeNext());
    assertEquals("A002", takeNext());
    announce(words("n-1", "", "请勿停车"));
    assertTrue(queue.next(RULES).isEmpty());
  }

  @Test
  void freeWordsOfAnotherZoneAreLeftToItsVoice() {
    VoiceRules second = rules("2");
    queue = queue.heard(new Announcements(1, List.of()), NOW, second);
    queue =
        queue.heard(
            new Announcements(2, List.of(words("n-1", "1", "one"), words("n-2", "2", "two"))),
            NOW,
            second);
    assertEquals(List.of("n-2"), queue.waiting().stream().map(Utterance::id).toList());
  }

  @Test
  void freeWordsWaitLongerThanCallsButAreNotSaidWhenTheyAreOver() {
    announce();
    announce(words("n-1", "", "请勿停车"));
    queue = queue.patient(NOW.plusSeconds(599), RULES);
    assertEquals(1, queue.waiting().size());
    queue = queue.patient(NOW.plusSeconds(600), RULES);
    assertTrue(queue.waiting().isEmpty());
  }

  private void announce(Announcements.Announcement... all) {
    queue = queue.heard(new Announcements(SEQ.incrementAndGet(), List.of(all)), NOW, RULES);
  }

  private static Announcements.Announcement words(String id, String zone, String text) {
    return new Announcements.Announcement(id, zone, text, NOW, NOW.plusSeconds(600));
  }

  private void hear(BoardState.Call... calls) {
    queue = queue.heard(board(calls), NOW, RULES);
  }

  private String takeNext() {
    Utterance what = queue.next(RULES).orElseThrow().what();
    queue = queue.without(what);
    return switch (what) {
      case Utterance.Call(var call) -> call.number();
      case Utterance.Words(var words) -> words.text();
    };
  }

  private static VoiceRules rules(String zone) {
    return new VoiceRules(
        zone, List.of(Language.ZH, Language.EN), 2, 3, Duration.ofSeconds(90), 80, List.of());
  }

  /** The next state of a board, with calls given oldest first. */
  static BoardState board(BoardState.Call... calls) {
    return new BoardState(
        SEQ.incrementAndGet(), new ArrayList<>(List.of(calls)).reversed(), List.of());
  }

  static BoardState.Call call(String number, int times, int second) {
    return new BoardState.Call(
        number + "-" + times,
        number,
        "12",
        Text.of("12 号窗口", "Window 12"),
        "1",
        times,
        NOW.plusSeconds(second));
  }
}
