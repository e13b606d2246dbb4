package io.tidehall.kiosk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.Texts;
import io.tidehall.device.hardware.EmulatedCabinet;
import io.tidehall.device.view.CabinetPanel;
import io.tidehall.device.view.DesktopPanel;
import io.tidehall.device.view.Pictures;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.flow.Senses;
import io.tidehall.kiosk.view.KioskView;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The emulated cabinet at a real kiosk: what it tells the hall, its lamps, and the rest. */
class CabinetScreensTest {
  private final FakeHall hall = new FakeHall(SampleHall.NOW);

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void anOpenDoorIsToldToTheHallAndTheLampCallsForStaff() {
    var device = new Device("k1", hall, new DeviceOptions().withEmulation(), () -> {});
    try (var kiosk = new KioskApp().start(device)) {
      var cabinet = assertInstanceOf(EmulatedCabinet.class, kiosk.cabinet());
      await().until(() -> cabinet.lit().equals(Set.of("light-red")));
      hall.state(Topics.HALL, SampleHall.open(true));
      hall.state(Topics.CATALOGUE, SampleHall.catalogue(14, 3));
      hall.state(Topics.LINES, SampleHall.lines(14));
      hall.state(Topics.setup("k1"), SampleHall.kiosk(Paper.OK));
      await().until(() -> cabinet.lit().equals(Set.of("light-green")));
      panel(cabinet);
      cabinet.sense(Senses.DOOR, true);
      await().until(() -> hall.tells("door-open"));
      await().until(() -> cabinet.lit().equals(Set.of("light-amber")));
      await().until(() -> cabinet.lit().isEmpty());
      cabinet.sense(Senses.DOOR, false);
      await().until(hall::tells);
      await()
          .until(
              () ->
                  hall.acts()
                      .equals(
                          List.of(
                              new Act.ReportDoor(true, SampleHall.NOW),
                              new Act.ReportDoor(false, SampleHall.NOW))));
    }
  }

  private static void panel(EmulatedCabinet cabinet) {
    var texts = Texts.beside(KioskApp.class);
    Shell.onFx(
        () -> {
          var content = CabinetPanel.content(cabinet, CabinetWatch.words(texts));
          cabinet.light("light-green", false);
          cabinet.light("light-green", true);
          DesktopPanel.scene(content);
          ((ToggleButton) content.lookup("#sensor-paper-low")).setSelected(true);
          content.applyCss();
          content.autosize();
          content.layout();
          try {
            var size = new ScreenSize((int) content.prefWidth(-1), (int) content.prefHeight(-1));
            Pictures.take(content, size, Path.of("target", "screens", "kiosk-cabinet.png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return content;
        });
  }

  @Test
  void theStartScreenIsDimmedWhileNobodyIsThere() {
    var shell =
        Shell.open(
            new Shell.Spec("Kiosk", ScreenSize.KIOSK, false, KioskView.stylesheet()),
            new Device("k1", hall, new DeviceOptions(), () -> {}));
    try (shell) {
      var view =
          Shell.onFx(
              () -> new KioskView(shell, Texts.beside(KioskApp.class), Duration.ofSeconds(5)));
      var taps = new Taps(shell);
      Kiosk kiosk = Kiosk.start(Language.ZH);
      for (Happening happening :
          List.of(
              new Happening.Said(SampleHall.open(false)),
              new Happening.Said(SampleHall.catalogue(14, 3)),
              new Happening.Said(SampleHall.lines(14)),
              new Happening.Said(SampleHall.kiosk(Paper.OK)),
              new Happening.Reached(Reach.ONLINE),
              new Happening.Sensed(Senses.PRESENCE, true),
              new Happening.Sensed(Senses.PRESENCE, false),
              new Happening.Tick(SampleHall.NOW, 200_000))) {
        kiosk = shown(view, kiosk, happening);
      }
      taps.sees("#veil");
      taps.picture("kiosk-resting");
      shown(view, kiosk, new Happening.Sensed(Senses.PRESENCE, true));
      taps.gone("#veil");
    }
  }

  private static Kiosk shown(KioskView view, Kiosk kiosk, Happening happening) {
    return Shell.onFx(
        () -> {
          Kiosk next = new KioskFlow().next(kiosk, happening).screen();
          view.show(next);
          return next;
        });
  }
}
