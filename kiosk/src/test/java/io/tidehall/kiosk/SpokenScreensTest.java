package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.Sound;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Service;
import io.tidehall.kiosk.flow.World;
import io.tidehall.protocol.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoken prompts at the real window. */
class SpokenScreensTest extends KioskWindowTest {
  @TempDir Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void aVisitorSwitchesThePromptsOnAndMakesThemLouder() {
    speaking(new KioskApp());
    taps.tap("#aids");
    taps.picture("spoken-aids-off");
    taps.tap("#aid-spoken");
    taps.sees("#louder");
    taps.tap("#louder");
    taps.seesText("#percent", "音量 75%");
    taps.picture("spoken-aids");
    taps.tap("#aids-done");
    taps.sees("#screen-lines");
    Awaitility.await().until(() -> heard.contains("say.lines"));
    taps.tap("#line-A");
    Awaitility.await().until(() -> heard.getLast().equals("say.items"));
    taps.tap("#home");
    taps.sees("#screen-lines");
    assertEquals("say.items", heard.getLast(), "nobody stands there any more");
  }

  @Test
  void theSwitchesFitInLowReachAndLargePrintSidewaysAndUpright() {
    speaking(new KioskApp());
    crowded("spoken-low");
    speaking(new KioskApp().sideways());
    crowded("spoken-low-wide");
  }

  @Test
  void staffHearASentenceAndKeepTheKiosksOwnVolume() throws Exception {
    speaking(new KioskApp().sideways());
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    inMenu();
    taps.picture("service-wide-menu-sound");
    taps.tap("#service-sound");
    taps.tap("#louder");
    taps.seesText("#percent", "音量 70%");
    taps.tap("#proceed");
    taps.sees("#result");
    taps.picture("service-wide-sound");
    Awaitility.await().until(() -> heard.contains("say.test"));
    assertEquals("70", Files.readString(folder.resolve("loudness")).strip());
    speaking(new KioskApp());
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    inMenu();
    running().happen(new Happening.SwitchLanguage());
    running().happen(new Happening.Open(Service.Entry.SOUND));
    taps.seesText("#percent", "Volume 70 %");
    taps.picture("service-sound");
  }

  private void inMenu() {
    Awaitility.await().until(() -> running().kiosk().world().door() == World.Door.PIN);
    running().happen(new Happening.AskService());
    taps.sees("#digits-pin");
    for (String digit : "492713".split("")) {
      running().happen(new Happening.Type(digit));
    }
    running().happen(new Happening.DigitsDone());
    taps.sees("#service-sound");
  }

  private void crowded(String name) {
    taps.tap("#aids");
    taps.tap("#aid-spoken");
    taps.tap("#aid-low-reach");
    taps.sees("#louder");
    taps.picture(name);
    taps.tap("#aid-large-print");
    taps.tap("#language");
    taps.picture(name + "-large-en");
    taps.tap("#aid-low-reach");
    taps.picture(name + "-large");
  }

  private void speaking(KioskApp app) {
    AudioSink sink =
        new AudioSink() {
          @Override
          public void play(String name, Sound sound) {
            heard.add(name.substring(7));
          }

          @Override
          public void close() {}
        };
    keeping(folder, app.speaking((_, _) -> Sound.silence(Duration.ofMillis(1)), sink), _ -> {});
    open(14, 10);
    Awaitility.await().until(() -> running().kiosk().world().voice().there());
    taps.settle();
  }
}
