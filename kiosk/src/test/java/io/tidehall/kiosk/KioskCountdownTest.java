package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.Texts;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.view.KioskView;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Language;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The view alone, with time driven by hand. */
class KioskCountdownTest {
  private final FakeHall hall = new FakeHall(SampleHall.NOW);
  private final Shell shell =
      Shell.open(
          new Shell.Spec("Kiosk", ScreenSize.KIOSK, false, KioskView.stylesheet()),
          new Device("k1", hall, new DeviceOptions(), () -> {}));
  private final KioskView view =
      Shell.onFx(
          () ->
              new KioskView(shell, Texts.beside(KioskApp.class), java.time.Duration.ofSeconds(5)));
  private final List<Happening> touches = new CopyOnWriteArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);

  @AfterEach
  void close() {
    shell.close();
    hall.close();
  }

  @Test
  void whoIsSlowSeesTheSecondsAndMayAskForMore() {
    view.connect(touches::add);
    for (Happening happening :
        List.of(
            new Happening.Tick(SampleHall.NOW, 1_000),
            new Said(SampleHall.open(true)),
            new Said(SampleHall.catalogue(14, 60)),
            new Said(SampleHall.lines(14)),
            new Said(SampleHall.kiosk(Paper.OK)),
            new Happening.Reached(Reach.ONLINE),
            new Happening.SwitchLanguage(),
            new Happening.ChooseLine("J"),
            new Happening.Tick(SampleHall.NOW, 49_000))) {
      kiosk = new KioskFlow().next(kiosk, happening).screen();
    }
    Shell.onFx(
        () -> {
          view.show(kiosk);
          return kiosk;
        });
    var taps = new Taps(shell);
    taps.picture("kiosk-en-countdown");
    assertEquals("Back to start in 12 s", taps.text("#countdown"));
    taps.tap("#more-time");
    assertEquals(List.of(new Happening.MoreTime()), touches);
  }
}
