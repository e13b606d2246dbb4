package io.tidehall.display.counter;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.hall;
import static io.tidehall.display.Township.reached;
import static io.tidehall.display.Township.window;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.FakeHall;
import io.tidehall.display.Happening;
import io.tidehall.display.Photos;
import io.tidehall.display.Township;
import io.tidehall.display.counter.view.CounterWindow;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Pause;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.protocol.WindowState.Tide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real window in both shapes, photographed in each state; nothing is cut. */
class CounterPhotosTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyStateFits(boolean strip) {
    Map<String, List<String>> cut = new LinkedHashMap<>();
    try (var window = CounterWindow.open(Photos.device("c3", new FakeHall(NOW)), strip)) {
      states()
          .forEach(
              (name, screen) -> {
                Photos.onFx(
                    () -> {
                      window.show(CounterPainter.paint(screen));
                      return true;
                    });
                List<String> here = Photos.cut(window.shell());
                if (!here.isEmpty()) {
                  cut.put(name, here);
                }
                Photos.take(window.shell(), (strip ? "strip-" : "counter-") + name);
              });
    }
    assertEquals(Map.of(), cut);
  }

  private static Map<String, CounterScreen> states() {
    var states = new LinkedHashMap<String, CounterScreen>();
    states.put("welcome", screen(window(1, Stage.IDLE, "", 0)));
    states.put("fresh", screen(window(1, Stage.CALLED, "A017", 1)));
    states.put("recalled", screen(window(1, Stage.CALLED, "AP1017", 3)));
    states.put(
        "called", screen(window(1, Stage.CALLED, "A017", 1, NOW.minusSeconds(11), null, false)));
    states.put("serving", screen(window(1, Stage.SERVING, "AP017", 1)));
    var until = NOW.plusSeconds(1200);
    states.put(
        "paused",
        screen(
            window(
                1,
                Stage.PAUSED,
                "",
                0,
                NOW,
                new Pause(Text.of("取件归档", "Filing papers"), until),
                true)));
    states.put(
        "paused-long",
        screen(
            window(
                1,
                Stage.PAUSED,
                "",
                0,
                NOW,
                new Pause(Text.zh(Township.LONGEST), NOW.plusSeconds(86_400)),
                false)));
    states.put("duty", screen(Township.onDuty(window(1, Stage.IDLE, "", 0))));
    states.put("duty-called", screen(Township.onDuty(window(1, Stage.CALLED, "A017", 2))));
    states.put("not-open", screen(window(1, Stage.NOT_OPEN, "", 0)));
    states.put("tidal", screen(window(1, Stage.IDLE, "", 0, NOW, null, true)));
    states.put(
        "opening",
        screen(Township.turning(Stage.NOT_OPEN, "", Tide.OPENING, NOW.plusSeconds(290))));
    states.put("opening-late", screen(Township.turning(Stage.NOT_OPEN, "", Tide.OPENING, NOW)));
    states.put("closing", screen(Township.turning(Stage.SERVING, "A017", Tide.CLOSING, null)));
    states.put(
        "closing-called", screen(Township.turning(Stage.CALLED, "A017", Tide.CLOSING, null)));
    states.put(
        "card",
        screen(
            Township.withCard(
                window(1, Stage.CALLED, "A017", 1),
                WindowState.Card.of("王小明", Text.of("综合受理岗", "Reception")))));
    states.put(
        "card-long",
        screen(
            Township.withCard(
                window(1, Stage.IDLE, "", 0),
                WindowState.Card.of("欧阳小明", Text.of("不动产登记与税费综合受理岗", "Real estate desk")))));
    states.put("long", screen(longNames()));
    states.put(
        "stale",
        CounterFlow.next(
            screen(window(1, Stage.CALLED, "A017", 2)),
            reached(Reach.NO_BROKER, NOW.minusSeconds(90))));
    states.put("connecting", CounterScreen.at(NOW));
    return states;
  }

  private static WindowState longNames() {
    List<Text> lines = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      lines.add(Text.zh(Township.LONGEST));
    }
    return new WindowState(
        1,
        "112",
        Text.of("不动产登记与税费综合受理专窗", "Real estate registration and taxes"),
        Text.of("“办不成事”反映窗口", "Could not get it done window"),
        true,
        lines,
        Stage.CALLED,
        "AP1017",
        "c",
        2,
        NOW,
        "0000017",
        null,
        3,
        null);
  }

  private static CounterScreen screen(WindowState state) {
    var screen = CounterFlow.next(CounterScreen.at(NOW), reached(Reach.ONLINE, NOW));
    for (Message message :
        List.of(hall(), Township.at(DeviceRole.COUNTER_DISPLAY, state.window()), state)) {
      screen = CounterFlow.next(screen, new Happening.Heard(message));
    }
    return screen;
  }
}
