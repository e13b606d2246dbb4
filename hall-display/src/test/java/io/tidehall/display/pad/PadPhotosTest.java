package io.tidehall.display.pad;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.reached;
import static io.tidehall.display.Township.window;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.FakeHall;
import io.tidehall.display.Happening;
import io.tidehall.display.Photos;
import io.tidehall.display.Township;
import io.tidehall.display.pad.view.PadWindow;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Pause;
import io.tidehall.protocol.WindowState.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real window at 480×320, photographed in each state; nothing is cut. */
class PadPhotosTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyStateFits(Language language) {
    Map<String, List<String>> cut = new LinkedHashMap<>();
    try (var window = PadWindow.open(Photos.device("p3", new FakeHall(NOW)))) {
      states()
          .forEach(
              (name, screen) -> {
                Photos.onFx(
                    () -> {
                      window.show(PadPainter.paint(screen, language));
                      return true;
                    });
                List<String> here = Photos.cut(window.shell());
                if (!here.isEmpty()) {
                  cut.put(name, here);
                }
                Photos.take(window.shell(), "pad-" + name + "-" + language.tag());
              });
    }
    assertEquals(Map.of(), cut);
  }

  private static Map<String, PadScreen> states() {
    var states = new LinkedHashMap<String, PadScreen>();
    states.put("idle", screen(window(1, Stage.IDLE, "", 0)));
    states.put("called", screen(window(1, Stage.CALLED, "A017", 1)));
    states.put("recalled", screen(window(1, Stage.CALLED, "AP1017", 3)));
    states.put("serving", screen(window(1, Stage.SERVING, "A017", 1)));
    var until = NOW.plusSeconds(1200);
    states.put(
        "paused",
        screen(window(1, Stage.PAUSED, "", 0, NOW, new Pause(Text.zh("取件归档"), until), false)));
    states.put("not-open", screen(window(1, Stage.NOT_OPEN, "", 0)));
    states.put("asking", press(screen(window(1, Stage.IDLE, "", 0)), Act.Button.NEXT));
    states.put(
        "refused",
        PadFlow.next(
                press(screen(window(1, Stage.CALLED, "A017", 2)), Act.Button.NO_SHOW),
                new PadHappening.Answered(
                    1,
                    new HallAnswer.Refused(
                        "TOO_FEW_CALLS",
                        Text.of(
                            "A017 只呼叫了2次,满3次才能过号,请20秒后再呼叫",
                            "A017 was called 2 times; it may be skipped after 3. Call again in 20 s"))))
            .screen());
    states.put("hold-on", press(screen(window(1, Stage.SERVING, "A017", 1)), Act.Button.EMERGENCY));
    states.put(
        "unanswered",
        PadFlow.next(
                press(screen(window(1, Stage.IDLE, "", 0)), Act.Button.NEXT),
                new PadHappening.Unanswered(1))
            .screen());
    var stale =
        PadFlow.next(
                screen(window(1, Stage.CALLED, "A017", 1)),
                new PadHappening.Seen(reached(Reach.NO_CONTROLLER, NOW.minusSeconds(90))))
            .screen();
    states.put("stale", stale);
    states.put("not-sent", press(stale, Act.Button.NEXT));
    states.put("connecting", PadScreen.at(NOW));
    return states;
  }

  private static PadScreen press(PadScreen screen, Act.Button button) {
    var down = PadFlow.next(screen, new PadHappening.Moved(button, true, NOW)).screen();
    return PadFlow.next(down, new PadHappening.Moved(button, false, NOW.plusMillis(100))).screen();
  }

  private static PadScreen screen(WindowState state) {
    var screen = PadScreen.at(NOW);
    screen = PadFlow.next(screen, new PadHappening.Seen(reached(Reach.ONLINE, NOW))).screen();
    for (Message message : List.of(Township.at(DeviceRole.CALL_PAD, "3"), state)) {
      screen = PadFlow.next(screen, new PadHappening.Seen(new Happening.Heard(message))).screen();
    }
    return screen;
  }
}
