package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.DeviceMain;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.kiosk.flow.Service;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service menu in its window, in both languages, upright and sideways. */
class ServiceScreensTest extends KioskWindowTest {
  @TempDir Path folder;
  private final List<Integer> left = new CopyOnWriteArrayList<>();

  @Test
  void aFingerHeldOnTheHallsNameLeadsToThePinAndTheMenuAndItsPages() {
    keeping(folder, false, left::add);
    open(14, 10);
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    taps.settle();
    taps.holdUntil("#hall", "#digits-pin");
    taps.picture("service-pin");
    running().happen(new Happening.Type("4"));
    taps.settle();
    pin("92714");
    taps.seesText("#pin-note", "PIN 码不对，还可以试 4 次，之后锁五分钟");
    taps.picture("service-pin-wrong");
    pin("492713");
    taps.sees("#service-printer");
    pages();
    assertTrue(hall.acts().contains(new Act.ReportNewRoll()));
  }

  @Test
  void sidewaysAndInEnglishItIsTheSame() {
    keeping(folder, true, left::add);
    open(14, 10);
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    taps.settle();
    running().happen(new Happening.AskService());
    taps.sees("#digits-pin");
    taps.tap("#language");
    taps.picture("service-wide-pin");
    pin("492713");
    taps.sees("#service-printer");
    taps.picture("service-wide-menu");
    running().happen(new Happening.Open(Service.Entry.PRINTER));
    running().happen(new Happening.Proceed());
    taps.sees("#result");
    hall.answer(new HallAnswer.Refused("NOT_PRINTED", Text.of("没有打印", "not printed")));
    Awaitility.await().until(() -> printer(Service.Result.FAILED));
    taps.picture("service-wide-printer");
    hall.state(Topics.setup("k1"), SampleHall.printerDown());
    taps.seesText("#result", "The printer is offline: look at power and cable");
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    taps.settle();
    open(Service.Entry.BUTTONS);
    running().happen(new Happening.Scanned("https://example.org/b/1"));
    taps.sees("#result");
    taps.picture("service-wide-buttons");
    open(Service.Entry.NETWORK);
    taps.sees("#fact-heard");
    taps.picture("service-wide-network");
    open(Service.Entry.SCREEN);
    for (int i = 0; i < Service.Colours.COUNT; i++) {
      running().happen(new Happening.Proceed());
    }
    taps.sees("#field-0");
    taps.picture("service-wide-fields");
    running().happen(new Happening.Back());
    taps.sees("#service-restart");
    taps.tap("#service-restart");
    taps.picture("service-wide-restart");
    taps.tap("#proceed");
    Awaitility.await().until(() -> left.contains(DeviceMain.RESTART));
    taps.picture("service-wide-leaving");
  }

  @Test
  void withoutTheHallThePinThatWasKeptOpensTheMenuAlsoInLowReach() {
    keeping(folder, false, left::add);
    open(14, 10);
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    Awaitility.await().until(() -> folder.resolve("kiosk.setup").toFile().exists());
    taps.tap("#aids");
    taps.tap("#aid-low-reach");
    taps.tap("#aids-done");
    taps.holdUntil("#language", "#digits-pin");
    assertEquals("zh-CN", running().kiosk().language().tag(), "holding is not tapping");
    hall.reach(Reach.NO_BROKER);
    Awaitility.await().until(() -> running().kiosk().world().reach() == Reach.NO_BROKER);
    taps.settle();
    pin("492713");
    taps.sees("#service-printer");
    taps.tap("#service-printer");
    taps.tap("#proceed");
    taps.seesText("#result", "现在连不上控制器");
    taps.picture("service-unreachable");
    taps.tap("#back");
    taps.tap("#service-exit");
    taps.tap("#proceed");
    Awaitility.await().until(() -> left.equals(List.of(DeviceMain.LEFT)));
  }

  @Test
  void aLockOutlivesARestart() {
    keeping(folder, false, left::add);
    Awaitility.await().until(() -> running().kiosk().steady() > 0);
    for (int i = 0; i < 5; i++) {
      running().happen(new Happening.PinChecked(false));
    }
    Path file = folder.resolve("pin.guard");
    Awaitility.await()
        .until(() -> file.toFile().exists() && Files.readString(file).startsWith("wrong 0"));
    keeping(folder, false, left::add);
    open(14, 10);
    hall.state(Topics.setup("k1"), SampleHall.serviced());
    taps.holdUntil("#hall", "#digits-pin");
    taps.picture("service-locked");
    var locked = new Screen.Staff(new Service.Pin("", Service.Pin.Note.LOCKED), true);
    assertEquals(locked, running().kiosk().screen());
    assertTrue(taps.off("#digit-1"), "a key can be touched although nothing is taken");
  }

  @Test
  void aFurtherLanguageIsOneFile() throws IOException {
    Path languages = Files.createDirectories(folder.resolve("languages"));
    Files.writeString(
        languages.resolve("texts_de.properties"),
        """
        language.name = Deutsch
        language.hall = en
        lines.title = Was möchten Sie erledigen?
        back = Zurück
        """);
    keeping(folder, false, left::add);
    open(6, 3);
    taps.seesText("#language", "English");
    taps.tap("#language");
    taps.seesText("#language", "Deutsch");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-further-language");
    taps.tap("#line-A");
    taps.seesText("#back", "Zurück");
    taps.tap("#language");
    taps.seesText("#language", "English");
  }

  private void open(Service.Entry entry) {
    running().happen(new Happening.Back());
    running().happen(new Happening.Open(entry));
  }

  private boolean printer(Service.Result result) {
    return running().kiosk().screen() instanceof Screen.Staff(Service.Printer it, _)
        && it.result() == result;
  }

  private void pin(String digits) {
    for (String digit : digits.split("")) {
      taps.tap("#digit-" + digit);
    }
    taps.tap("#digits-done");
  }

  private void pages() {
    taps.picture("service-menu");
    taps.tap("#service-printer");
    taps.tap("#proceed");
    taps.sees("#result");
    taps.picture("service-printing");
    hall.answer(new HallAnswer.Done());
    Awaitility.await().until(() -> printer(Service.Result.DONE));
    taps.picture("service-printed");
    taps.tap("#back");
    taps.tap("#service-paper");
    taps.tap("#proceed");
    hall.answerNever();
    Awaitility.await()
        .until(
            () ->
                running().kiosk().screen() instanceof Screen.Staff(Service.Paper it, _)
                    && it.result() == Service.Result.SILENT);
    taps.tap("#back");
    taps.tap("#service-reader");
    taps.tap("#back");
    taps.tap("#service-buttons");
    running().happen(new Happening.ButtonsAre(List.of("assist", "louder")));
    running().happen(new Happening.Pressed("louder"));
    running().happen(new Happening.Scanned("https://example.org/b/1"));
    taps.sees("#result");
    taps.picture("service-buttons");
    taps.tap("#back");
    taps.tap("#service-network");
    taps.sees("#fact-heard");
    taps.picture("service-network");
    taps.tap("#back");
    taps.tap("#service-screen");
    for (int i = 0; i < Service.Colours.COUNT; i++) {
      taps.tap("#colour-" + i);
    }
    taps.tap("#field-0");
    taps.tap("#field-59");
    taps.picture("service-fields");
    for (int i = 0; i < Service.Touching.FIELDS - 2; i++) {
      running().happen(new Happening.Hit(i));
    }
    taps.settle();
    running().happen(new Happening.Hit(58));
    taps.sees("#result");
    taps.picture("service-touched");
    taps.tap("#back");
    taps.sees("#service-printer");
  }
}
