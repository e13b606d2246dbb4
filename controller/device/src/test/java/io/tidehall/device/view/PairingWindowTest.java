package io.tidehall.device.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.DeviceOptions;
import io.tidehall.device.Texts;
import io.tidehall.link.PairingClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The code on each screen that a device may have; pictures are kept in target/pairing. */
class PairingWindowTest {
  private static final URI HALL = URI.create("http://192.168.1.10:8480");

  @Test
  void theCodeIsWhollySeenOnEveryScreen() throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/pairing"));
    for (ScreenSize size :
        List.of(
            ScreenSize.KIOSK,
            ScreenSize.BOARD,
            ScreenSize.COUNTER,
            ScreenSize.PAD,
            new ScreenSize(1920, 360),
            new ScreenSize(480, 320))) {
      String id = size.width() + "x" + size.height();
      Path file = pictures.resolve(id + ".png");
      Files.deleteIfExists(file);
      var options = new DeviceOptions().withSnapshots(pictures);
      try (var window =
          PairingWindow.open(size, "kiosk", id, HALL, size.portrait(), options, () -> {})) {
        window.show(new PairingClient.Waiting("MWQRNM"));
        Awaitility.await().until(() -> Shell.onFx(() -> seen(window)));
        assertEquals("MWQ RNM", Shell.onFx(() -> label(window).getText()));
        Awaitility.await().until(() -> Files.exists(file));
      }
    }
  }

  @Test
  void aCodeOfAKioskInAHallIsAsClosedAsTheKiosk() {
    var ended = new AtomicInteger();
    try (var window =
        PairingWindow.open(
            ScreenSize.KIOSK,
            "kiosk",
            "k1",
            HALL,
            false,
            new DeviceOptions().withFullscreen(),
            ended::incrementAndGet)) {
      window.lock();
      window.show(new PairingClient.Waiting("MWQRNM"));
      Stage stage = window.shell().stage();
      var heard = new AtomicInteger();
      Shell.onFx(
          () -> {
            stage.getScene().addEventHandler(KeyEvent.KEY_PRESSED, _ -> heard.incrementAndGet());
            Event.fireEvent(stage.getScene(), key(KeyCode.ESCAPE, false));
            Event.fireEvent(stage.getScene(), key(KeyCode.F4, true));
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return heard;
          });
      Awaitility.await().until(() -> Shell.onFx(() -> seen(window)));
      assertEquals(0, heard.get());
      assertEquals(0, ended.get());
      assertTrue(stage.isShowing() && stage.isAlwaysOnTop());
    }
  }

  private static KeyEvent key(KeyCode code, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false);
  }

  @Test
  void everyWordIsThereInBothLanguages() {
    assertEquals(Set.of(), Texts.beside(PairingWindow.class).missing());
    assertTrue(Texts.beside(PairingWindow.class).has("waiting.how"));
  }

  /** Whether the code and all words lie within the screen. */
  private static boolean seen(PairingWindow window) {
    var content = window.shell().content();
    content.applyCss();
    ((javafx.scene.Parent) content).layout();
    Label label = label(window);
    var page = label == null ? null : label.getParent();
    if (page == null) {
      return false;
    }
    var room = window.shell().size();
    return page.getChildrenUnmodifiable().stream()
        .map(javafx.scene.Node::getBoundsInParent)
        .allMatch(
            it ->
                it.getMinX() >= 0
                    && it.getMinY() >= 0
                    && it.getMaxX() <= room.width()
                    && it.getMaxY() <= room.height());
  }

  private static Label label(PairingWindow window) {
    return (Label) window.shell().content().lookup("#pairing-code");
  }
}
