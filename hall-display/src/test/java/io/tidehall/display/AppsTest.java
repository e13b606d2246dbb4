package io.tidehall.display;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.board;
import static io.tidehall.display.Township.call;
import static io.tidehall.display.Township.window;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.FakeHall;
import io.tidehall.device.hardware.EmulatedButtons;
import io.tidehall.device.hardware.Presses;
import io.tidehall.device.hardware.pi.MockPins;
import io.tidehall.display.board.BoardApp;
import io.tidehall.display.counter.CounterApp;
import io.tidehall.display.pad.CallPadApp;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState.Stage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole apps: a hall in memory at one end, real windows and buttons at the other. */
class AppsTest {
  private final FakeHall hall = new FakeHall(NOW);

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void aBoardStartedLateShowsTheCallAndFollowsTheNext() throws Exception {
    hall.state(Topics.HALL, Township.hall());
    hall.state(Topics.CATALOGUE, Township.catalogue(5));
    hall.state(Topics.LINES, Township.lines(5));
    hall.state(Topics.BOARD, board(7, call("A001", "2", 1, NOW)));
    try (var _ = new BoardApp().start(Photos.device("b1", hall))) {
      awaitText("call-1-number", "A001");
      awaitText("call-1-window", "2");
      awaitText("line-1-name", "社会保险");
      hall.state(Topics.BOARD, board(7, call("B007", "5", 1, NOW), call("A001", "2", 1, NOW)));
      awaitText("call-1-number", "B007");
      awaitText("call-2-number", "A001");
      hall.reach(Reach.NO_CONTROLLER);
      Awaitility.await().until(() -> text("board-stale").contains("10:30"));
      awaitText("call-1-number", "B007");
    }
    assertEquals(List.of(), hall.acts());
  }

  @Test
  void aCounterDisplayShowsTheWindowThatTheHallPutItAt() throws Exception {
    hall.state(Topics.setup("c3"), Township.at(DeviceRole.COUNTER_DISPLAY, "3"));
    try (var _ = new CounterApp().start(Photos.device("c3", hall))) {
      awaitText("counter-headline", "正在连接");
      hall.state(Topics.window("3"), window(1, Stage.CALLED, "A001", 1));
      awaitText("counter-number", "A001");
      hall.state(Topics.window("3"), window(2, Stage.IDLE, "", 0));
      awaitText("counter-headline", "欢迎光临");
    }
  }

  @Test
  void theButtonsOnTheScreenAskTheHallAndShowItsRefusal() throws Exception {
    hall.state(Topics.setup("p3"), Township.at(DeviceRole.CALL_PAD, "3"));
    hall.state(Topics.window("3"), window(1, Stage.IDLE, "", 0));
    try (var _ = new CallPadApp().start(Photos.device("p3", hall))) {
      awaitText("pad-stage", "空闲");
      Photos.onFx(
          () -> {
            var next = (Button) node("pad-next").orElseThrow();
            next.arm();
            next.disarm();
            return true;
          });
      awaitActs(Act.Button.NEXT);
      hall.answer(new HallAnswer.Refused("NOBODY_WAITS", Text.of("没有人等候", "Nobody waits")));
      awaitText("pad-message", "没有人等候");
    }
  }

  @Test
  void emulatedButtonsPressTheSameKeys() throws Exception {
    var buttons = new EmulatedButtons(CallPadApp.BUTTONS);
    hall.state(Topics.setup("p3"), Township.at(DeviceRole.CALL_PAD, "3"));
    hall.state(Topics.window("3"), window(1, Stage.CALLED, "A001", 1));
    try (var _ = new CallPadApp().start(Photos.device("p3", hall), buttons)) {
      awaitText("pad-number", "A001");
      buttons.contact("no-show", true);
      awaitActs(Act.Button.NO_SHOW);
    }
  }

  @Test
  void gpioPinsAskOnceHoweverTheirContactsBounce() throws Exception {
    // All bounces within one moment, however slow the machine is, and then it is over.
    var nanos = new AtomicLong();
    var pins = new MockPins(CallPadApp.BUTTONS, nanos::get);
    hall.state(Topics.setup("p3"), Township.at(DeviceRole.CALL_PAD, "3"));
    hall.state(Topics.window("3"), window(1, Stage.IDLE, "", 0));
    try (var _ = new CallPadApp().start(Photos.device("p3", hall), pins.buttons())) {
      awaitText("pad-stage", "空闲");
      for (int bounce = 0; bounce < 5; bounce++) {
        pins.contact("next", true);
        pins.contact("next", false);
      }
      nanos.set(Presses.quiet().toNanos());
      awaitActs(Act.Button.NEXT);
      hall.answer(new HallAnswer.Done());
      awaitText("pad-message", "下一位 ✓");
      pins.contact("recall", true);
      awaitActs(Act.Button.NEXT, Act.Button.RECALL);
    }
  }

  private void awaitActs(Act.Button... buttons) {
    List<Act> expected = List.of(buttons).stream().<Act>map(Act.PressCallPad::new).toList();
    Awaitility.await().untilAsserted(() -> assertEquals(expected, hall.acts()));
  }

  private static void awaitText(String id, String text) {
    Awaitility.await().untilAsserted(() -> assertEquals(text, text(id)));
  }

  /** What a label says now, if it is there. */
  private static String text(String id) {
    return Photos.onFx(
        () -> node(id).map(it -> ((Label) it).getText()).orElse("there is no #" + id));
  }

  private static Optional<Node> node(String id) {
    return Window.getWindows().stream()
        .map(it -> it.getScene().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
