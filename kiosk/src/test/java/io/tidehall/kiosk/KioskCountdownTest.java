package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.Texts;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Comfort;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.view.KioskView;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Language;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The view alone, with time driven by hand. */
class KioskCountdownTest {
  private static final List<Comfort.Aid> LARGE =
      List.of(Comfort.Aid.LARGE_PRINT, Comfort.Aid.HIGH_CONTRAST);

  /** What a visitor may have switched on, and what it is called. */
  private static final Map<String, List<Comfort.Aid>> COMFORTS =
      Map.of(
          "plain",
          List.of(),
          "large",
          LARGE,
          "low-large",
          List.of(Comfort.Aid.LOW_REACH, Comfort.Aid.LARGE_PRINT));

  private final FakeHall hall = new FakeHall(SampleHall.NOW);
  private final List<Happening> touches = new CopyOnWriteArrayList<>();
  private Shell shell = open(ScreenSize.KIOSK);
  private KioskView view = view();
  private Taps taps = new Taps(shell);
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long steady = 1_000;

  @AfterEach
  void close() {
    shell.close();
    hall.close();
  }

  @Test
  void whoIsSlowSeesTheSecondsAndMayAskForMore() {
    view.connect(touches::add);
    begin(List.of(), Language.EN);
    happen(new Happening.ChooseLine("J"));
    hurry();
    taps.picture("kiosk-en-countdown");
    assertEquals("Home in 12 s", taps.text("#countdown"));
    begin(LARGE, Language.EN);
    hurry();
    taps.picture("kiosk-large-en-countdown");
    taps.tap("#more-time");
    assertEquals(List.of(new Happening.MoreTime()), touches);
  }

  @Test
  void theSecondsStandInOneLineAndMoveNothing() {
    inEachComfort("", COMFORTS);
  }

  @Test
  void norOnAScreenThatLiesOnItsSide() {
    shell.close();
    shell = open(new ScreenSize(1920, 1080));
    view = view();
    taps = new Taps(shell);
    inEachComfort("wide-", Map.of("large", LARGE));
  }

  private void inEachComfort(String size, Map<String, List<Comfort.Aid>> comforts) {
    for (Language language : Language.values()) {
      comforts.forEach(
          (name, aids) -> {
            String what = "kiosk-hurry-" + size + name + "-" + language;
            begin(aids, language);
            if (!aids.isEmpty() || language == Language.EN) {
              show();
              taps.settle();
              double before = taps.height("#line-A");
              hurry();
              look(what + "-lines");
              assertEquals(before, taps.height("#line-A"), 0.01, what + ": a tile's height");
            }
            happen(new Happening.ChooseLine("A"));
            hurry();
            look(what + "-items");
          });
    }
  }

  private void look(String what) {
    taps.fits(what);
    assertTrue(taps.lines("#countdown") <= 1, what + ": the seconds are in several lines");
  }

  /** A visitor who has switched on what helps. */
  private void begin(List<Comfort.Aid> aids, Language language) {
    kiosk = Kiosk.start(Language.ZH);
    for (Happening happening :
        List.of(
            new Happening.Tick(SampleHall.NOW, steady),
            new Said(SampleHall.open(true)),
            new Said(SampleHall.catalogue(14, 60)),
            new Said(SampleHall.lines(14)),
            new Said(SampleHall.kiosk(Paper.OK)),
            new Happening.Reached(Reach.ONLINE),
            new Happening.AskAids())) {
      happen(happening);
    }
    aids.forEach(aid -> happen(new Happening.SwitchAid(aid)));
    happen(new Happening.Back());
    if (language == Language.EN) {
      happen(new Happening.SwitchLanguage());
    }
  }

  private void happen(Happening happening) {
    kiosk = new KioskFlow().next(kiosk, happening).screen();
  }

  /** So much time passes that the seconds are shown: the last of them with two digits. */
  private void hurry() {
    happen(new Happening.MoreTime());
    for (int i = 0; i < 600 && kiosk.countdown().orElse(99) > 12; i++) {
      steady += 1_000;
      happen(new Happening.Tick(SampleHall.NOW, steady));
    }
    show();
    assertEquals(12, kiosk.countdown().orElse(99), () -> kiosk.screen().toString());
  }

  private void show() {
    Shell.onFx(
        () -> {
          view.show(kiosk);
          return kiosk;
        });
  }

  private Shell open(ScreenSize size) {
    return Shell.open(
        new Shell.Spec("Kiosk", size, false, KioskView.stylesheet()),
        new Device("k1", hall, new DeviceOptions(), () -> {}));
  }

  private KioskView view() {
    return Shell.onFx(
        () -> new KioskView(shell, Texts.beside(KioskApp.class), java.time.Duration.ofSeconds(5)));
  }
}
