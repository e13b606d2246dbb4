package io.tidehall.display.board;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.catalogue;
import static io.tidehall.display.Township.hall;
import static io.tidehall.display.Township.lines;
import static io.tidehall.display.Township.reached;
import static io.tidehall.display.Township.turning;
import static io.tidehall.display.Township.worsened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.Happening;
import io.tidehall.display.Township;
import io.tidehall.display.Widths;
import io.tidehall.display.board.BoardPicture.WindowTone;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoardFlowTest {
  private final BoardScreen start = online(BoardScreen.at(NOW, ""));

  @Test
  void aCallIsEmphasisedForTenSecondsAndThenStands() {
    var screen = hear(start, hall(), board(3, call("A001", "2", 1, NOW)));
    assertTrue(calls(tick(screen, 9)).getFirst().fresh());
    assertFalse(calls(tick(screen, 10)).getFirst().fresh());
    assertEquals("A001", calls(tick(screen, 600)).getFirst().number());
  }

  @Test
  void aRecallIsEmphasisedAnewAndSaysWhichItIs() {
    var screen = hear(start, hall(), board(3, call("A001", "2", 1, NOW)));
    screen = tick(screen, 30);
    assertFalse(calls(screen).getFirst().fresh());
    screen = hear(screen, board(3, call("A001", "2", 2, NOW.plusSeconds(30))));
    assertTrue(calls(screen).getFirst().fresh());
    assertEquals("第2次呼叫", calls(screen).getFirst().times());
  }

  @Test
  void aBoardThatRestartedShowsWhatOneShowsThatNeverSlept() {
    List<Message> day =
        List.of(
            hall(),
            catalogue(8),
            lines(8),
            board(11),
            board(11, call("A001", "2", 1, NOW.plusSeconds(5))),
            board(11, call("B001", "3", 1, NOW.plusSeconds(15)), call("A001", "2", 1, NOW)),
            board(11, call("A001", "2", 2, NOW.plusSeconds(40))));
    var awake = start;
    for (int i = 0; i < day.size(); i++) {
      awake = hear(tick(awake, i * 6L), day.get(i));
    }
    awake = BoardFlow.next(awake, reached(Reach.NO_BROKER, NOW.plusSeconds(41)));
    awake = BoardFlow.next(awake, reached(Reach.ONLINE, NOW.plusSeconds(44)));

    var late = BoardScreen.at(NOW.plusSeconds(43), "");
    late = hear(late, board(11, call("A001", "2", 2, NOW.plusSeconds(40))));
    late = hear(late, lines(8), catalogue(8), hall());
    late = BoardFlow.next(late, reached(Reach.ONLINE, NOW.plusSeconds(44)));
    for (int second = 44; second < 120; second++) {
      assertEquals(BoardPainter.paint(tick(awake, second)), BoardPainter.paint(tick(late, second)));
    }
    assertTrue(calls(tick(late, 45)).getFirst().fresh());
  }

  @Test
  void aLateOrRepeatedOlderStateChangesNothing() {
    var newer = new BoardState(8, List.of(call("A002", "2", 1, NOW)), List.of());
    var older = new BoardState(7, List.of(call("A001", "2", 1, NOW)), List.of());
    var screen = hear(start, hall(), newer);
    assertEquals(screen, hear(screen, older));
    assertEquals(screen, hear(screen, newer));
  }

  @Test
  void afterTheHallWasSilentItMayHaveBegunAnew() {
    var before = new BoardState(800, List.of(call("A002", "2", 1, NOW)), List.of());
    var screen = hear(start, hall(), before);
    screen = BoardFlow.next(screen, reached(Reach.NO_CONTROLLER, NOW));
    assertEquals("A002", calls(screen).getFirst().number());
    screen = hear(screen, new BoardState(1, List.of(call("A001", "2", 1, NOW)), List.of()));
    assertEquals("A001", calls(screen).getFirst().number());
  }

  @Test
  void aTidalWindowThatTurnsSaysSoAndCountsDownInMinutes() {
    var screen = hear(start, hall(), turning(12));
    var opening = tile(screen, 6);
    assertEquals("即将开放", opening.state());
    assertEquals(WindowTone.OPENING, opening.tone());
    assertEquals("约5分钟", opening.opensIn());
    assertEquals("约1分钟", tile(tick(screen, 250), 6).opensIn());
    assertEquals("", tile(tick(screen, 255), 6).opensIn(), "what is late is not promised");
    assertEquals("", tile(screen, 12).opensIn());
    var closing = tile(screen, 4);
    assertEquals("办完即止", closing.state());
    assertEquals(WindowTone.CLOSING, closing.tone());
    assertEquals("A004", closing.number());
    assertEquals("即将开放", tile(hear(screen, turned(2, turning(12))), 6).state());
    assertEquals("未开放", tile(hear(screen, turned(3, board(12))), 6).state());
  }

  @Test
  void aLineWhosePeopleWaitLongerThanToldIsMarkedAndUnmarkedAgain() {
    var screen = hear(start, hall(), catalogue(3), worsened(3, 5));
    assertEquals("▲ 比取号时久", rows(screen).getFirst().worse());
    assertEquals("", rows(screen).get(1).worse());
    screen = hear(screen, new LinesState(2, lines(3).lines()));
    assertEquals("", rows(screen).getFirst().worse());
  }

  private static BoardState turned(long seq, BoardState board) {
    return new BoardState(seq, board.calls(), board.windows());
  }

  private static BoardPicture.WindowTile tile(BoardScreen screen, int window) {
    return BoardPainter.paint(screen, Language.ZH).windows().rows().get(window - 1);
  }

  private static List<BoardPicture.LineRow> rows(BoardScreen screen) {
    return BoardPainter.paint(screen, Language.ZH).lines().rows();
  }

  @Test
  void everyCallLineAndWindowHasItsTurn() {
    var many =
        IntStream.range(0, 20)
            .mapToObj(i -> call("B%03d".formatted(i), "" + i, 1, NOW.minusSeconds(60L + i)))
            .toArray(BoardState.Call[]::new);
    var screen = hear(start, hall(), catalogue(14), lines(14), board(60, many));
    Set<String> calls = new HashSet<>();
    Set<String> lines = new HashSet<>();
    Set<String> windows = new HashSet<>();
    for (int second = 0; second < 120; second++) {
      var picture = BoardPainter.paint(tick(screen, second), Language.ZH);
      assertTrue(picture.lines().rows().size() <= BoardPainter.LINES);
      assertTrue(picture.windows().rows().size() <= BoardPainter.WINDOWS);
      calls(picture).forEach(it -> calls.add(it.number()));
      picture.lines().rows().forEach(it -> lines.add(it.prefix()));
      picture.windows().rows().forEach(it -> windows.add(it.window()));
      assertEquals("B000", calls(picture).getFirst().number());
    }
    assertEquals(List.of(20, 14, 60), List.of(calls.size(), lines.size(), windows.size()));
  }

  @Test
  void aFreshCallIsNeverOnAPageThatIsNotShown() {
    var many =
        IntStream.range(0, 12)
            .mapToObj(i -> call("B%03d".formatted(i), "" + i, 1, NOW.minusSeconds(2L * i)))
            .toArray(BoardState.Call[]::new);
    var screen = hear(start, hall(), board(12, many));
    for (int second = 0; second < 40; second++) {
      var now = tick(screen, second);
      long shown = calls(now).stream().filter(BoardPicture.CallRow::fresh).count();
      Instant at = NOW.plusSeconds(second);
      long fresh =
          List.of(many).stream()
              .filter(it -> at.isBefore(it.at().plus(BoardPainter.EMPHASIS)))
              .count();
      assertEquals(Math.min(fresh, BoardPainter.CALLS), shown, "second " + second);
    }
  }

  @Test
  void whenNobodyIsCalledItSaysWhatToDo() {
    var words = words(hear(start, hall(), board(3)));
    assertEquals(BoardPicture.Why.NOBODY_YET, words.why());
    assertTrue(words.detail().contains("取号机"));
  }

  @Test
  void aClosedHallSaysWhyAndUntilWhen() {
    var noon =
        hall(
            false,
            false,
            Text.of("中午休息", "Lunch break"),
            LocalDateTime.parse("2026-11-23T14:00:00"));
    var words = words(hear(start, noon, board(3)));
    assertEquals(BoardPicture.Why.CLOSED, words.why());
    assertEquals("中午休息", words.headline());
    assertEquals("今天 14:00 开始办理", words.detail());
  }

  @Test
  void whoeverIsStillCalledAfterClosingIsShown() {
    HallStatus closed = hall(false, false, null, null);
    var screen = hear(start, closed, board(3, call("A001", "2", 1, NOW)));
    assertEquals("A001", calls(screen).getFirst().number());
    assertFalse(BoardPainter.paint(screen).header().open());
  }

  @Test
  void aTrialHallSaysSo() {
    var screen = hear(start, hall(true, true, null, null), board(1));
    assertEquals("试用大厅", BoardPainter.paint(screen, Language.ZH).header().trial());
    assertEquals("", BoardPainter.paint(hear(start, hall()), Language.ZH).header().trial());
  }

  @Test
  void whatCannotBeHeardKeepsItsContentAndSaysSinceWhen() {
    var screen = hear(start, hall(), board(3, call("A001", "2", 1, NOW)));
    assertEquals("", BoardPainter.paint(screen, Language.ZH).stale());
    var silent = BoardFlow.next(screen, reached(Reach.NO_CONTROLLER, NOW.minusSeconds(120)));
    var cut = BoardFlow.next(screen, reached(Reach.NO_BROKER, NOW.minusSeconds(120)));
    assertEquals(calls(screen), calls(silent));
    assertTrue(stale(silent).startsWith("叫号主机无应答"), stale(silent));
    assertTrue(stale(cut).startsWith("网络中断"), stale(cut));
    assertTrue(stale(silent).contains("10:28") && stale(cut).contains("10:28"));
  }

  @Test
  void theWaitIsARangeInWordsOrTheReasonWhyThereIsNone() {
    var screen = hear(start, hall(), catalogue(7), lines(7));
    var outlooks =
        BoardPainter.paint(screen, Language.ZH).lines().rows().stream()
            .map(BoardPicture.LineRow::outlook)
            .toList();
    assertEquals(
        List.of("6–11分钟", "约16–21分钟", "26–31分钟", "无需等候", "暂无窗口", "约90–120分钟", "今日号已取完"), outlooks);
  }

  @Test
  void windowsTellInWordsWhatTheyDoAndWhetherTheyAreTidal() {
    var tiles = BoardPainter.paint(hear(start, hall(), board(11)), Language.ZH).windows().rows();
    assertEquals(
        List.of("办理中", "叫号中", "空闲", "办理中", "暂停服务", "未开放"),
        tiles.stream().limit(6).map(BoardPicture.WindowTile::state).toList());
    assertEquals(
        List.of("4", "11"),
        tiles.stream()
            .filter(it -> it.tag().equals("潮汐"))
            .map(BoardPicture.WindowTile::window)
            .toList());
  }

  @Test
  void windowsOnDutySaySoWhateverTheirKind() {
    var tiles =
        BoardPainter.paint(hear(start, hall(), Township.onDuty(board(11), "3", "4")), Language.ZH)
            .windows()
            .rows();
    assertEquals(
        List.of("", "", "值班", "值班", ""),
        tiles.stream().limit(5).map(BoardPicture.WindowTile::tag).toList());
  }

  @Test
  void aBoardOfOneZoneShowsTheCallsOfThatZone() {
    var upstairs = new BoardState.Call("c", "A001", "12", Text.zh("12号窗口"), "二楼", 1, NOW);
    var screen = hear(online(BoardScreen.at(NOW, "二楼")), hall());
    var downstairs = new BoardState.Call("d", "A002", "1", Text.zh("1号窗口"), "一楼", 1, NOW);
    screen = hear(screen, board(3, downstairs, upstairs));
    assertEquals(List.of("A001"), calls(screen).stream().map(it -> it.number()).toList());
  }

  @Test
  void everyPartOfALongNoticeIsShown() {
    String notice =
        IntStream.range(0, 20)
            .mapToObj(i -> "第%02d条请带好身份证、户口本和银行卡。".formatted(i))
            .collect(Collectors.joining());
    var hall =
        new HallStatus(
            1,
            Text.zh("大厅"),
            "Asia/Shanghai",
            false,
            true,
            null,
            null,
            Text.zh("8:30–12:00"),
            List.of(Text.zh(notice)));
    var screen = hear(start, hall);
    Set<String> shown = new HashSet<>();
    for (int second = 0; second < 120; second++) {
      shown.add(BoardPainter.paint(tick(screen, second), Language.ZH).notice());
    }
    assertEquals(notice.length(), shown.stream().mapToInt(String::length).sum());
    shown.forEach(part -> assertTrue(notice.contains(part) && Widths.of(part) <= 100, part));
  }

  @Test
  void anUnknownTimeZoneDoesNotStopTheClock() {
    var hall =
        new HallStatus(
            1, Text.zh("大厅"), "Mars/North", false, true, null, null, Text.zh("-"), List.of());
    assertEquals("10:30", BoardPainter.paint(hear(start, hall)).header().clock());
  }

  @Test
  void aBoardTellsNoTimeWhileTheHallsClockIsWrong() {
    var right = hall();
    var wrong =
        new HallStatus(
            2,
            right.name(),
            right.zone(),
            right.trial(),
            true,
            null,
            null,
            right.hours(),
            List.of(),
            null,
            null,
            true);
    var header = BoardPainter.paint(hear(start, wrong)).header();
    assertEquals(List.of("", ""), List.of(header.clock(), header.date()));
    assertEquals("10:30", BoardPainter.paint(hear(start, right)).header().clock());
  }

  @Test
  void aBoardOfAZoneShowsItsWindowsAndThoseOfNone() {
    var all = new ArrayList<>(board(3).windows());
    all.set(0, inZone(all.get(0), "east"));
    all.set(1, inZone(all.get(1), "west"));
    var state = new BoardState(2, List.of(), all);
    assertEquals(List.of("1", "2", "3"), windows(hear(start, hall(), state)));
    var east = online(BoardScreen.at(NOW, "east"));
    assertEquals(List.of("1", "3"), windows(hear(east, hall(), state)));
  }

  @Test
  void whatWasAnnouncedStandsBeforeTheNoticesForTwoMinutes() {
    var announced =
        new Announcements(
            1,
            List.of(
                new Announcements.Announcement(
                    "n-1", "east", "请勿在门口停车", NOW, NOW.plusSeconds(600))));
    var screen = hear(start, hall(), announced);
    assertEquals("【广播】 请勿在门口停车", notice(screen));
    assertEquals("【广播】 请勿在门口停车", notice(tick(screen, 119)));
    assertFalse(notice(tick(screen, 120)).contains("停车"));
    var west = online(BoardScreen.at(NOW, "west"));
    assertFalse(notice(hear(west, hall(), announced)).contains("停车"));
  }

  @Test
  void theHallSaysWhichZoneABoardIsFor() {
    var all = new ArrayList<>(board(2).windows());
    all.set(0, inZone(all.get(0), "east"));
    all.set(1, inZone(all.get(1), "west"));
    var setup = new DeviceSetup(DeviceRole.HALL_BOARD, null, null, "west", null);
    var screen = hear(start, hall(), new BoardState(2, List.of(), all), setup);
    assertEquals(List.of("2"), windows(screen));
  }

  private static List<String> windows(BoardScreen screen) {
    return BoardPainter.paint(screen, Language.ZH).windows().rows().stream()
        .map(BoardPicture.WindowTile::window)
        .toList();
  }

  private static String notice(BoardScreen screen) {
    return BoardPainter.paint(screen, Language.ZH).notice();
  }

  @Test
  void nothingOfThePlaylistIsShownWhileTheHallIsNotHeardOrClosed() {
    var shows = List.of(new DeviceSetup.Show("a.png", 3600, null, null));
    var setup = new DeviceSetup(DeviceRole.HALL_BOARD, null, null, null, null, shows);
    var quiet = new BoardState(1, List.of(), board(3).windows());
    var screen = tick(hear(online(BoardScreen.at(NOW, "")), hall(), setup, quiet), 100);
    assertEquals("a.png", media(screen));
    assertEquals("", media(BoardFlow.next(screen, reached(Reach.NO_BROKER, NOW))));
    assertEquals(
        "", BoardPainter.paint(screen, Language.ZH, _ -> false).media() == null ? "" : "?");
    assertEquals("", media(tick(hear(online(BoardScreen.at(NOW, "")), setup), 100)));
  }

  private static String media(BoardScreen screen) {
    var media = BoardPainter.paint(screen, Language.ZH).media();
    return media == null ? "" : media.file();
  }

  private static BoardState.Window inZone(BoardState.Window it, String zone) {
    return new BoardState.Window(
        it.window(), it.name(), it.kind(), it.stage(), it.number(), it.tidal(), null, null, zone);
  }

  private static BoardScreen online(BoardScreen screen) {
    return BoardFlow.next(screen, reached(Reach.ONLINE, NOW));
  }

  private static BoardScreen hear(BoardScreen screen, Message... messages) {
    var heard = screen;
    for (var message : messages) {
      heard = BoardFlow.next(heard, new Happening.Heard(message));
    }
    return heard;
  }

  private static BoardScreen tick(BoardScreen screen, long seconds) {
    return BoardFlow.next(screen, new Happening.Tick(NOW.plusSeconds(seconds)));
  }

  private static String stale(BoardScreen screen) {
    return BoardPainter.paint(screen, Language.ZH).stale();
  }

  private static List<BoardPicture.CallRow> calls(BoardScreen screen) {
    return calls(BoardPainter.paint(screen, Language.ZH));
  }

  private static List<BoardPicture.CallRow> calls(BoardPicture picture) {
    return assertInstanceOf(BoardPicture.Centre.Calls.class, picture.centre()).rows();
  }

  private static BoardPicture.Centre.Words words(BoardScreen screen) {
    return assertInstanceOf(
        BoardPicture.Centre.Words.class, BoardPainter.paint(screen, Language.ZH).centre());
  }
}
