package io.tidehall.display.led;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.Happening;
import io.tidehall.display.Township;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedPainterTest {
  private final LedScreen start = LedFlow.next(LedScreen.at(NOW), reached(Reach.ONLINE, NOW));

  @Test
  void eachStateOfAWindowHasItsWords() {
    var faces = paint(hear(start, board(6)));
    assertEquals(
        List.of("A001办理中", "请A002号", "欢迎光临", "A004办理中", "暂停服务", "未开放"),
        faces.values().stream().map(Face::words).toList());
    assertEquals(List.of(1, 2, 0, 4, 0, 0), faces.values().stream().map(Face::number).toList());
  }

  @Test
  void aWindowOnItsWaySaysSo() {
    assertEquals("即将开放", words(hear(start, Township.turning(12)), "6"));
  }

  @Test
  void aCallIsFreshForTenSeconds() {
    var screen = hear(start, board(2, call("A002", "2", 1, NOW)));
    assertTrue(face(screen, "2").fresh());
    assertFalse(face(screen, "1").fresh());
    assertTrue(face(tick(screen, 9), "2").fresh());
    assertFalse(face(tick(screen, 10), "2").fresh());
  }

  @Test
  void figuresAreThoseAtTheEndOfTheNumber() {
    assertEquals(17, LedPainter.figures("A017"));
    assertEquals(1017, LedPainter.figures("AP1017"));
    assertEquals(0, LedPainter.figures("VIP"));
    assertEquals(0, LedPainter.figures(""));
  }

  @Test
  void aHallThatFellSilentForAMomentChangesNothingAndThenEveryNumberGoes() {
    var screen = hear(start, board(2));
    var silent = LedFlow.next(screen, reached(Reach.NO_BROKER, NOW));
    assertEquals("请A002号", words(tick(silent, 14), "2"));
    assertEquals(new Face("请稍候", 0, false), face(tick(silent, 15), "2"));
    var back = LedFlow.next(tick(silent, 20), reached(Reach.ONLINE, NOW.plusSeconds(20)));
    assertEquals("请A002号", words(back, "2"));
  }

  @Test
  void aLateOlderStateChangesNothingButAfterSilenceItDoes() {
    var newer = new BoardState(9, List.of(), board(2).windows());
    var older = new BoardState(8, List.of(), board(1).windows());
    var screen = hear(start, newer);
    assertEquals(2, paint(hear(screen, older)).size());
    var silent = LedFlow.next(screen, reached(Reach.NO_CONTROLLER, NOW));
    assertEquals(1, paint(hear(silent, older)).size());
  }

  @Test
  void aLineThatRestartedShowsWhatOneShowsThatNeverSlept() {
    var board = board(6, call("A002", "2", 1, NOW));
    var awake = tick(hear(hear(start, board(3)), board), 5);
    var late =
        hear(LedFlow.next(LedScreen.at(NOW.plusSeconds(5)), reached(Reach.ONLINE, NOW)), board);
    assertEquals(paint(awake), paint(late));
  }

  private static LedScreen hear(LedScreen screen, BoardState board) {
    return LedFlow.next(screen, new Happening.Heard(board));
  }

  private static LedScreen tick(LedScreen screen, long seconds) {
    return LedFlow.next(screen, new Happening.Tick(NOW.plusSeconds(seconds)));
  }

  private static Map<String, Face> paint(LedScreen screen) {
    return LedPainter.paint(screen, Language.ZH);
  }

  private static Face face(LedScreen screen, String window) {
    return paint(screen).getOrDefault(window, new Face("", -1, false));
  }

  private static String words(LedScreen screen, String window) {
    return face(screen, window).words();
  }
}
