package io.tidehall.display.led;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.Happening;
import io.tidehall.display.Pages;
import io.tidehall.display.Township;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState.Pause;
import io.tidehall.protocol.WindowState.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  void aWindowOnItsWaySaysSoAndInHowManyMinutes() {
    var screen = hear(start, Township.turning(12));
    assertEquals(List.of("即将开放", "约4分钟后开放"), turns(screen, "6", 2));
    assertEquals(List.of("即将开放", "即将开放"), turns(screen, "12", 2));
  }

  @Test
  void aPausedWindowTellsTheReasonAndWhenItsClerkIsBack() {
    var until = NOW.plusSeconds(1200);
    var screen = hear(start, one(Stage.PAUSED, false, pause("取件归档", until), null));
    assertEquals(List.of("暂停服务", "取件归档", "约10:50恢复"), turns(screen, "3", 3));
    assertEquals(
        List.of("暂停服务", "取件归档"),
        turns(hear(start, one(Stage.PAUSED, false, pause("取件归档", null), null)), "3", 2));
    var late = tick(screen, 1200);
    assertTrue(turns(late, "3", 3).contains("即将恢复"), () -> turns(late, "3", 3).toString());
  }

  @Test
  void wordsThatAStripHasNoRoomForAreToldPieceByPiece() {
    var reason = "到局里开会，回来后补录材料，请稍候";
    var screen = hear(start, one(Stage.PAUSED, false, pause(reason, null), null));
    assertEquals(List.of("暂停服务", "到局里开会，", "回来后补录材料，", "请稍候"), turns(screen, "3", 4));
  }

  @Test
  void aTidalWindowAndOneOnDutySayWhyTheyAreOpen() {
    assertEquals(
        List.of("欢迎光临", "潮汐窗口"), turns(hear(start, one(Stage.IDLE, true, null, null)), "3", 2));
    assertEquals(
        List.of("欢迎光临", "值班窗口"), turns(hear(start, one(Stage.IDLE, true, null, true)), "3", 2));
    assertEquals("请A007号", words(hear(start, one(Stage.CALLED, true, null, true)), "3"));
  }

  private static BoardState one(
      Stage stage, boolean tidal, @Nullable Pause pause, @Nullable Boolean duty) {
    var name = Text.zh("3号窗口");
    String number = stage == Stage.CALLED ? "A007" : "";
    return new BoardState(
        1,
        List.of(),
        List.of(
            new BoardState.Window(
                "3", name, name, stage, number, tidal, null, null, null, pause, duty)));
  }

  private static Pause pause(String reason, @Nullable Instant until) {
    return new Pause(Text.zh(reason), until);
  }

  /** What a strip shows one after another from the first page on. */
  private static List<String> turns(LedScreen screen, String window, int pages) {
    long now = screen.surroundings().now().getEpochSecond();
    long round = (long) pages * Pages.PAGE_SECONDS;
    long first = Math.floorMod(-now, round);
    return IntStream.range(0, pages)
        .mapToObj(
            page -> {
              var at = Instant.ofEpochSecond(now + first + (long) page * Pages.PAGE_SECONDS);
              return words(LedFlow.next(screen, new Happening.Tick(at)), window);
            })
        .toList();
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
    return LedPainter.paint(screen, Language.ZH, 16);
  }

  private static Face face(LedScreen screen, String window) {
    return paint(screen).getOrDefault(window, new Face("", -1, false));
  }

  private static String words(LedScreen screen, String window) {
    return face(screen, window).words();
  }
}
