package io.tidehall.kiosk.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.hardware.EmulatedButtons;
import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.Taps;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real window, tapped, pressed and photographed into {@code target/screens}. */
class PadScreensTest {
  private final FakeHall hall = new FakeHall(SampleHall.NOW);
  private final EmulatedButtons buttons = new EmulatedButtons(PadApp.BUTTONS);
  private final PadApp.RunningPad running =
      new PadApp()
          .timed(() -> 1_000)
          .start(new Device("p3", hall, new DeviceOptions(), () -> {}), buttons);
  private final Taps taps = new Taps(running.shell());

  @AfterEach
  void close() {
    running.close();
    hall.close();
  }

  private void open() {
    hall.state(Topics.HALL, SampleHall.open(false));
    hall.state(Topics.CATALOGUE, SampleHall.catalogue(2, 1));
    hall.state(Topics.window("3"), SampleHall.window(Stage.IDLE, null));
    hall.state(Topics.setup("p3"), new DeviceSetup(DeviceRole.RATING_PAD, "3", null));
    taps.sees("#window");
  }

  private void invite(String service) {
    hall.state(Topics.window("3"), SampleHall.window(Stage.IDLE, SampleHall.invitation(service)));
    taps.sees("#screen-rate");
  }

  @Test
  void aSatisfiedVisitorTouchesOnce() {
    taps.picture("pad-starting");
    open();
    taps.picture("pad-idle");
    assertEquals("08", taps.text("#clerk"));
    invite("s1");
    taps.picture("pad-rate");
    taps.tap("#rate-5");
    taps.sees("#thanks");
    taps.picture("pad-thanks");
    assertEquals(List.of(new Act.RateService("s1", 5, List.of(), "")), hall.acts());
  }

  @Test
  void thePadShowsWhoServesAndWhatTheHallTells() {
    open();
    hall.state(
        Topics.HALL,
        SampleHall.telling(
            Text.of("过号后请到咨询台重新排队。", "Missed your call? Please see the help desk."),
            Text.of(
                "12月25日系统升级，下午停办不动产登记业务，请错开时间办理。",
                "On 25 December no real estate in the afternoon."),
            Text.zh("这一条太长。".repeat(30))));
    Text post = Text.of("不动产登记与税费综合受理岗", "Real estate desk");
    hall.state(
        Topics.window("3"), SampleHall.carded(SampleHall.window(Stage.IDLE, null), "欧阳小明", post));
    taps.seesText("#card", "不动产登记与税费综合受理岗 欧***");
    taps.sees("#notices");
    taps.picture("pad-idle-told");
    hall.state(
        Topics.window("3"),
        SampleHall.carded(SampleHall.window(Stage.IDLE, SampleHall.invitation("s1")), "王小明", post));
    taps.seesText("#who", "3号窗口 · 工号 08 · 不动产登记与税费综合受理岗 王**");
    taps.picture("pad-rate-told");
    taps.tap("#language");
    taps.seesText("#who", "Window 3 · Clerk no. 08 · Real estate desk 王**");
    taps.picture("pad-en-rate-told");
  }

  @Test
  void anUnhappyVisitorSaysWhy() {
    open();
    invite("s1");
    taps.tap("#rate-1");
    taps.sees("#screen-reasons");
    taps.picture("pad-reasons");
    taps.tap("#send");
    taps.tap("#reason-115");
    taps.tap("#reason-108");
    taps.picture("pad-reasons-chosen");
    taps.tap("#send");
    taps.sees("#thanks");
    assertEquals(List.of(new Act.RateService("s1", 1, List.of("108", "115"), "")), hall.acts());
  }

  @Test
  void theDeskIsAReasonToo() {
    open();
    invite("s1");
    taps.tap("#language");
    taps.picture("pad-en-rate");
    taps.tap("#rate-2");
    taps.sees("#screen-reasons");
    taps.picture("pad-en-reasons");
    taps.tap("#say-at-desk");
    taps.sees("#thanks");
    assertEquals(List.of(new Act.RateService("s1", 2, List.of(), "其他原因，到咨询窗口当面说")), hall.acts());
  }

  @Test
  void aTactileButtonRatesLikeAFinger() {
    open();
    invite("s1");
    buttons.contact("rate-4", true);
    buttons.contact("rate-4", false);
    taps.sees("#thanks");
    Awaitility.await().until(() -> hall.acts().size() == 1);
    assertEquals(List.of(new Act.RateService("s1", 4, List.of(), "")), hall.acts());
  }

  @Test
  void aPadCutOffSaysSoAndStillTakesTheRating() {
    open();
    hall.reach(Reach.NO_BROKER);
    taps.sees("#offline");
    taps.picture("pad-offline");
    invite("s1");
    taps.doubleTap("#rate-3");
    taps.sees("#thanks");
    assertEquals(List.of(new Act.RateService("s1", 3, List.of(), "")), hall.acts());
  }

  @Test
  void aPadCarriedToAnotherWindowFollowsThatOne() {
    open();
    hall.state(Topics.setup("p3"), new DeviceSetup(DeviceRole.RATING_PAD, "5", null));
    invite5();
    taps.tap("#rate-4");
    taps.sees("#thanks");
    assertEquals(List.of(new Act.RateService("s5", 4, List.of(), "")), hall.acts());
  }

  private void invite5() {
    hall.state(Topics.window("5"), SampleHall.window(Stage.IDLE, SampleHall.invitation("s5")));
    taps.sees("#screen-rate");
  }
}
