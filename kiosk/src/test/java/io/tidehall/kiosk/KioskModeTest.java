package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.DeviceMain;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Happening;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk in a hall: no way out for visitors, and a clean new beginning after a defect. */
class KioskModeTest extends KioskWindowTest {
  @TempDir Path folder;
  private final List<Integer> left = new CopyOnWriteArrayList<>();

  @Test
  void noKeyAndNoCloseButtonLeadsOutAndNoPointerIsSeen() {
    keeping(folder, new KioskApp().locked(), left::add);
    open(14, 4);
    Stage stage = running().shell().stage();
    var heard = new AtomicInteger();
    Shell.onFx(
        () -> {
          Scene scene = stage.getScene();
          scene.addEventHandler(KeyEvent.KEY_PRESSED, _ -> heard.incrementAndGet());
          for (KeyCode code : List.of(KeyCode.ESCAPE, KeyCode.F11, KeyCode.F4)) {
            Event.fireEvent(scene, key(code, code == KeyCode.F4));
          }
          Event.fireEvent(scene, key(KeyCode.TAB, true));
          Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          return heard;
        });
    taps.settle();
    assertEquals(0, heard.get());
    assertTrue(stage.isShowing());
    assertEquals(Cursor.NONE, stage.getScene().getCursor());
    boolean bare = Shell.onFx(() -> stage.getScene().lookup("#line-A").getCursor() == null);
    assertTrue(bare, "a button has no pointer of its own");
    assertTrue(stage.isAlwaysOnTop());
    taps.sees("#screen-lines");
  }

  @Test
  void aDefectOfTheScreenSaysOneMomentAndTheKioskComesBackAsItWas() {
    keeping(folder, new KioskApp().locked(), left::add);
    open(14, 4);
    Platform.runLater(
        () -> {
          throw new IllegalStateException("a defect, thrown by the test");
        });
    taps.sees("#screen-sorry");
    taps.picture("sorry");
    running().happen(new Happening.SwitchLanguage());
    taps.settle();
    assertFalse(taps.has("#screen-lines"), "nothing is shown after it");
    Awaitility.await().until(() -> left.equals(List.of(DeviceMain.RESTART)));
    keeping(folder, new KioskApp().locked(), left::add);
    taps.sees("#screen-lines");
    assertEquals("zh-CN", running().kiosk().language().tag());
  }

  private static KeyEvent key(KeyCode code, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false);
  }
}
