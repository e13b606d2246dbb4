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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.FakeHall;
import io.tidehall.display.Happening;
import io.tidehall.display.Photos;
import io.tidehall.display.Township;
import io.tidehall.display.board.view.BoardWindow;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real window, photographed in each state; nothing but names of unusual length is cut. */
class BoardPhotosTest {
  private static final BoardState.Call[] USUAL = {
    call("A017", "2", 1, NOW.minusSeconds(4)),
    call("B008", "3", 2, NOW.minusSeconds(45)),
    call("AP003", "1", 1, NOW.minusSeconds(70)),
    call("C021", "11", 1, NOW.minusSeconds(130)),
    call("H002", "6", 1, NOW.minusSeconds(150)),
  };

  private final BoardWindow window = BoardWindow.open(Photos.device("b1", new FakeHall(NOW)));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aUsualMorning() {
    photograph("board-usual", Language.ZH, usual(), List.of());
  }

  @Test
  void theSameInEnglish() {
    photograph("board-usual-en", Language.EN, usual(), List.of());
  }

  @Test
  void theTideTurnsAndSomeWaitLongerThanTheyWereTold() {
    var screen = screen(hall(), catalogue(8), worsened(8, 5), turning(12, USUAL));
    photograph("board-tide", Language.ZH, screen, List.of());
    photograph("board-tide-en", Language.EN, screen, List.of());
    var all = screen(hall(), catalogue(8), worsened(8, 1), turning(12, USUAL));
    photograph("board-all-worse", Language.ZH, all, List.of());
  }

  @Test
  void someWindowsKeepTheHallOpenAtNoon() {
    var noon = Township.onDuty(board(6, USUAL), "1", "3", "4");
    var screen = screen(hall(), catalogue(5), lines(5), noon);
    photograph("board-duty", Language.ZH, screen, List.of());
    photograph("board-duty-en", Language.EN, screen, List.of());
  }

  @Test
  void sixtyWindowsFourteenLinesTwentyCallsTakeTurns() {
    var calls =
        IntStream.range(0, 20)
            .mapToObj(
                i -> call("B10%02d".formatted(i), "" + (i * 3 + 1), 1, NOW.minusSeconds(3L * i)))
            .toArray(BoardState.Call[]::new);
    var screen = screen(hall(), catalogue(14), lines(14), board(60, calls));
    photograph("board-crowded", Language.ZH, screen, List.of("line-4-name"));
    var later = BoardFlow.next(screen, new Happening.Tick(NOW.plusSeconds(112)));
    photograph("board-crowded-later", Language.ZH, later, List.of("line-4-name"));
    photograph("board-crowded-later-en", Language.EN, later, List.of("line-4-name"));
  }

  /** The English names of the township hall that comes with the product, and two longer ones. */
  private static final List<String> ENGLISH =
      List.of(
          "Social & medical insurance",
          "Jobs & start-ups",
          "Welfare & relief",
          "Disability services",
          "Veterans' affairs",
          "Could not get it done",
          "Enterprise registration desk",
          "Household & residence permits");

  @Test
  void longEnglishNamesAreWholeAndLargeEnoughToRead() {
    List<Catalogue.Line> named = new ArrayList<>();
    for (Catalogue.Line line : catalogue(ENGLISH.size()).lines()) {
      Text name = Text.of("社会保险", ENGLISH.get(named.size()));
      named.add(new Catalogue.Line(line.id(), line.prefix(), name, line.field(), line.items()));
    }
    var township = new Catalogue(1, named, List.of(), List.of(), List.of());
    photograph(
        "board-names-en",
        Language.EN,
        screen(hall(), township, lines(ENGLISH.size()), board(11, USUAL)),
        List.of());
    for (int i = 1; i <= ENGLISH.size(); i++) {
      var name = (Labeled) window.shell().content().lookup("#line-" + i + "-name");
      double size = Photos.onFx(() -> name.getFont().getSize());
      assertTrue(size >= 20, name.getText() + " at " + size + " px");
    }
  }

  @Test
  void oneLineAndOneWindow() {
    photograph(
        "board-village",
        Language.ZH,
        screen(hall(), catalogue(1), lines(1), board(1, call("A001", "1", 3, NOW))),
        List.of());
  }

  @Test
  void callsSayWhereTheWindowIs() {
    var away =
        new BoardState.Call("c", "A017", "12", Text.of("不动产登记综合受理", "Real estate"), "二楼东侧", 2, NOW);
    photograph(
        "board-zones",
        Language.ZH,
        screen(hall(), catalogue(5), lines(5), board(12, away, USUAL[1])),
        List.of());
  }

  @Test
  void nobodyIsCalledYet() {
    photograph(
        "board-nobody", Language.ZH, screen(hall(), catalogue(5), lines(5), board(11)), List.of());
    photograph(
        "board-nobody-en",
        Language.EN,
        screen(hall(), catalogue(5), lines(5), board(11)),
        List.of());
  }

  @Test
  void inCalmTimesItTellsWhatItemsNeed() {
    var calm = screen(hall(), Township.guided(LONG_GUIDE, SHORT_GUIDE), lines(5), board(11));
    photograph("board-guide", Language.ZH, turn(calm, 1), List.of());
    photograph("board-guide-long", Language.ZH, turn(calm, 3), List.of());
    photograph("board-guide-long-en", Language.EN, turn(calm, 3), List.of());
  }

  /** The first turns of guides after {@link Township#NOW}. */
  private static BoardScreen turn(BoardScreen calm, int turn) {
    long second = NOW.getEpochSecond() / GuidePainter.SECONDS * GuidePainter.SECONDS;
    boolean even = NOW.getEpochSecond() / GuidePainter.SECONDS % 2 == 0;
    return BoardFlow.next(
        calm,
        new Happening.Tick(
            Instant.ofEpochSecond(
                second + (long) (even ? turn : turn + 1) * GuidePainter.SECONDS)));
  }

  private static final Catalogue.Item LONG_GUIDE =
      new Catalogue.Item(
          "i-1",
          Text.zh(Township.LONGEST),
          "行政许可",
          "规划建设",
          List.of(
              "乡村建设规划许可证申请表（申请人签字，村民委员会盖章，一式两份）",
              "申请人居民身份证、户口簿原件及复印件",
              "原有宅基地使用权证明",
              "村民会议或者村民代表会议讨论同意的书面意见",
              "四邻意见书",
              "拟建房屋的设计图纸或者通用图集编号",
              "其他"),
          List.of("申请"),
          "20个工作日",
          "不收费");

  private static final Catalogue.Item SHORT_GUIDE =
      new Catalogue.Item(
          "i-2",
          Text.of("社会保障卡申领", "Social security card"),
          "公共服务",
          "社会保险",
          List.of("居民身份证", "白底免冠照片一张"),
          List.of("申请"),
          "即办",
          "不收费");

  @Test
  void theHallIsClosed() {
    var noon = hall(false, false, Text.of("中午休息", "Lunch break"), NOON);
    photograph(
        "board-closed", Language.ZH, screen(noon, catalogue(5), lines(5), board(11)), List.of());
  }

  @Test
  void aTrialHallSaysSo() {
    var trial = hall(true, true, null, null);
    photograph(
        "board-trial", Language.ZH, screen(trial, catalogue(5), lines(5), board(11)), List.of());
  }

  @Test
  void withoutTheControllerTheLastContentStaysAndSaysSinceWhen() {
    var screen = BoardFlow.next(usual(), reached(Reach.NO_CONTROLLER, NOW.minusSeconds(120)));
    photograph("board-no-controller", Language.ZH, screen, List.of());
    photograph("board-no-controller-en", Language.EN, screen, List.of());
  }

  @Test
  void beforeAnythingIsHeardItConnects() {
    photograph("board-connecting", Language.ZH, BoardScreen.at(NOW, ""), List.of());
  }

  @Test
  void theSameFillsAScreenOfTwiceTheSize() {
    photograph("board-usual", Language.ZH, usual(), List.of());
    Photos.takeTwice(window.shell(), "board-4k");
  }

  private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-23T14:00:00");

  private static BoardScreen usual() {
    return screen(hall(), catalogue(8), lines(8), board(11, USUAL));
  }

  private static BoardScreen screen(HallStatus hall, Message... states) {
    var screen = BoardFlow.next(BoardScreen.at(NOW, ""), reached(Reach.ONLINE, NOW));
    screen = BoardFlow.next(screen, new Happening.Heard(hall));
    for (var state : states) {
      screen = BoardFlow.next(screen, new Happening.Heard(state));
    }
    return screen;
  }

  private void photograph(
      String name, Language language, BoardScreen screen, List<String> mayBeCut) {
    Photos.onFx(
        () -> {
          window.show(BoardPainter.paint(screen, language));
          return true;
        });
    var cut = Photos.cut(window.shell());
    Photos.take(window.shell(), name);
    cut.removeIf(it -> mayBeCut.stream().anyMatch(id -> it.startsWith(id + ":")));
    assertEquals(List.of(), cut);
  }
}
