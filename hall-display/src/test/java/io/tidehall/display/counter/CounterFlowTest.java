package io.tidehall.display.counter;

import static io.tidehall.display.Township.NOW;
import static io.tidehall.display.Township.hall;
import static io.tidehall.display.Township.reached;
import static io.tidehall.display.Township.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.display.Happening;
import io.tidehall.display.Township;
import io.tidehall.display.counter.CounterPicture.Tone;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Pause;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.protocol.WindowState.Tide;
import java.time.LocalDateTime;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CounterFlowTest {
  private final CounterScreen start =
      hear(
          CounterFlow.next(CounterScreen.at(NOW), reached(Reach.ONLINE, NOW)),
          hall(),
          Township.at(DeviceRole.COUNTER_DISPLAY, "3"));

  @Test
  void aFreeWindowWelcomes() {
    var picture = paint(hear(start, window(1, Stage.IDLE, "", 0)));
    assertEquals("欢迎光临", picture.headline().zh());
    assertEquals("", picture.number());
    assertEquals("工号 017", picture.clerk());
  }

  @Test
  void aCallAsksForTheNumberAndIsEmphasisedForTenSeconds() {
    var screen = hear(start, window(1, Stage.CALLED, "A001", 1));
    assertEquals("请A001号", paint(screen).headline().zh());
    assertEquals(Tone.CALLING_FRESH, paint(tick(screen, 9)).tone());
    assertEquals(Tone.CALLING, paint(tick(screen, 10)).tone());
  }

  @Test
  void aRecallIsEmphasisedAnew() {
    var screen = tick(hear(start, window(1, Stage.CALLED, "A001", 1)), 30);
    assertEquals(Tone.CALLING, paint(screen).tone());
    screen = hear(screen, window(2, Stage.CALLED, "A001", 2, NOW.plusSeconds(30), null, false));
    assertEquals(Tone.CALLING_FRESH, paint(screen).tone());
    assertEquals("第2次呼叫", paint(screen).times().zh());
  }

  @Test
  void aDisplayThatRestartedInACallShowsItAsEmphasisedAsOneThatNeverSlept() {
    var call = window(4, Stage.CALLED, "A001", 1);
    var awake = hear(start, window(1, Stage.IDLE, "", 0), window(2, Stage.NOT_OPEN, "", 0), call);
    var late =
        hear(CounterScreen.at(NOW.plusSeconds(4)), Township.at(DeviceRole.COUNTER_DISPLAY, "3"));
    late = hear(late, call, hall());
    late = CounterFlow.next(late, reached(Reach.ONLINE, NOW));
    for (int second = 5; second < 20; second++) {
      assertEquals(paint(tick(awake, second)), paint(tick(late, second)));
    }
  }

  @Test
  void aWindowOnItsWaySaysInHowManyMinutesAndThenOnlyToWait() {
    var screen =
        hear(start, Township.turning(Stage.NOT_OPEN, "", Tide.OPENING, NOW.plusSeconds(290)));
    assertEquals(Tone.OPENING, paint(screen).tone());
    assertEquals("即将开放", paint(screen).headline().zh());
    assertEquals("约5分钟后开始办理", paint(screen).detail().zh());
    assertEquals("窗口人员正在到岗，请稍候", paint(tick(screen, 290)).detail().zh());
    screen = hear(screen, window(2, Stage.IDLE, "", 0));
    assertEquals("欢迎光临", paint(screen).headline().zh());
  }

  @Test
  void aWindowThatClosesSaysThatThisIsItsLastNumber() {
    var serving = hear(start, Township.turning(Stage.SERVING, "A017", Tide.CLOSING, null));
    assertEquals(Tone.SERVING, paint(serving).tone());
    assertEquals("A017", paint(serving).number());
    assertEquals("这是本窗口最后一号", paint(serving).times().zh());
  }

  @Test
  void aPauseSaysWhyAndUntilWhen() {
    var picture =
        paint(hear(start, paused(new Pause(Text.of("取件", "Filing"), NOW.plusSeconds(1200)))));
    assertEquals("暂停服务", picture.headline().zh());
    assertEquals("取件，预计 10:50 恢复", picture.detail().zh());
    assertEquals("Filing. Back at about 10:50", picture.detail().en());
  }

  @Test
  void aReturnTimeThatHasPassedIsNoLongerPromised() {
    var screen = hear(start, paused(new Pause(Text.zh("取件"), NOW.plusSeconds(60))));
    assertEquals("取件，即将恢复，请稍候", paint(tick(screen, 60)).detail().zh());
  }

  @Test
  void aPauseWithoutAnEndSaysOnlyWhy() {
    assertEquals("取件", paint(hear(start, paused(new Pause(Text.zh("取件"), null)))).detail().zh());
  }

  @Test
  void aWindowWithoutAClerkIsNotOpenAndSaysWhenTheHallOpens() {
    var screen = hear(start, window(1, Stage.NOT_OPEN, "", 0));
    assertEquals("未开放", paint(screen).headline().zh());
    assertEquals("请到其他窗口办理", paint(screen).detail().zh());
    var noon = hall(false, false, null, LocalDateTime.parse("2026-11-23T14:00:00"));
    assertEquals("今天 14:00 开始办理", paint(hear(screen, noon)).detail().zh());
  }

  @Test
  void theClerksBadgeIsShownAndTheCardOnlyWhereTheHallMakesItPublic() {
    assertEquals("工号 017", paint(hear(start, window(1, Stage.IDLE, "", 0))).clerk());
    var card = WindowState.Card.of("王小明", Text.of("综合受理岗", "Reception"));
    assertEquals(
        "综合受理岗 王**\n工号 017",
        paint(hear(start, Township.withCard(window(1, Stage.IDLE, "", 0), card))).clerk());
  }

  @Test
  void aWindowOnDutySaysSoWhateverItsKind() {
    var tidal = window(1, Stage.IDLE, "", 0, NOW, null, true);
    assertEquals("值班窗口", paint(hear(start, Township.onDuty(tidal))).tag().zh());
  }

  @Test
  void aTidalWindowSaysSo() {
    var picture = paint(hear(start, window(1, Stage.IDLE, "", 0, NOW, null, true)));
    assertEquals("潮汐窗口", picture.tag().zh());
  }

  @Test
  void anotherWindowsStateIsNotShown() {
    var elsewhere = hear(start, Township.at(DeviceRole.COUNTER_DISPLAY, "4"));
    assertEquals(Tone.CONNECTING, paint(hear(elsewhere, window(1, Stage.IDLE, "", 0))).tone());
  }

  @Test
  void aDisplayMovedToAnotherWindowForgetsTheFirst() {
    var screen = hear(start, window(1, Stage.CALLED, "A001", 1));
    screen = hear(screen, Township.at(DeviceRole.COUNTER_DISPLAY, "4"));
    assertEquals(Tone.CONNECTING, paint(screen).tone());
    assertEquals("4", paint(screen).window());
  }

  @Test
  void aLateOlderStateChangesNothingButAfterSilenceItDoes() {
    var screen = hear(start, window(9, Stage.CALLED, "A001", 1));
    assertEquals(screen, hear(screen, window(8, Stage.IDLE, "", 0)));
    screen = CounterFlow.next(screen, reached(Reach.NO_CONTROLLER, NOW));
    assertTrue(paint(screen).stale().contains("10:30"), paint(screen).stale());
    assertEquals("A001", paint(screen).number());
    assertEquals(Tone.WELCOME, paint(hear(screen, window(1, Stage.IDLE, "", 0))).tone());
  }

  private static WindowState paused(Pause pause) {
    return window(1, Stage.PAUSED, "", 0, NOW, pause, false);
  }

  private static CounterScreen hear(CounterScreen screen, Message... messages) {
    var heard = screen;
    for (var message : messages) {
      heard = CounterFlow.next(heard, new Happening.Heard(message));
    }
    return heard;
  }

  @Test
  void howManyLinesThereAreStandsApartFromTheirNamesInEnglish() {
    var screen = hear(start, window(1, Stage.IDLE, "", 0));
    var english =
        LongStream.range(0, 60)
            .mapToObj(seconds -> paint(tick(screen, seconds)).lines())
            .filter(it -> it.endsWith(")"))
            .findFirst()
            .orElseThrow();
    assertTrue(english.endsWith(" and others (7)"), english);
  }

  private static CounterScreen tick(CounterScreen screen, long seconds) {
    return CounterFlow.next(screen, new Happening.Tick(NOW.plusSeconds(seconds)));
  }

  private static CounterPicture paint(CounterScreen screen) {
    return CounterPainter.paint(screen);
  }
}
