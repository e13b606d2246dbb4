package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Checking in with a booking at the real window, by digits and by a scanner. */
class CheckInScreensTest extends KioskWindowTest {
  @Test
  void theCodeIsTypedAndAWrongOneTypedAgain() {
    open(11, 20);
    hall.state(Topics.HALL, SampleHall.booking());
    taps.sees("#booked");
    taps.picture("kiosk-lines-booked");
    taps.tap("#booked");
    taps.sees("#screen-checkin");
    taps.picture("kiosk-check-in");
    type("0471");
    taps.tap("#digits-done");
    taps.sees("#screen-checkingin");
    hall.answer(
        new HallAnswer.Refused(
            "UNKNOWN_BOOKING",
            Text.of("没有找到这个预约，请核对今天的预约码", "There is no such booking; please check the code")));
    taps.seesText("#code-note", "没有找到这个预约，请核对今天的预约码");
    taps.picture("kiosk-check-in-unknown");
    type("0472");
    taps.tap("#digits-done");
    taps.sees("#screen-checkingin");
    assertEquals(new Act.CheckIn("0472", Language.ZH), hall.acts().getLast());
    hall.answer(new HallAnswer.TicketIssued(SampleHall.booked("AP001", false)));
    taps.seesText("#number", "AP001");
    taps.picture("kiosk-booked-number");
  }

  @Test
  void aScannerChecksInWithoutATouch() {
    sideways();
    open(11, 20);
    hall.state(Topics.HALL, SampleHall.booking());
    taps.sees("#booked");
    taps.tap("#language");
    taps.tap("#booked");
    taps.sees("#screen-checkin");
    taps.picture("kiosk-wide-en-check-in");
    scan("8f2c-77\r");
    taps.sees("#screen-checkingin");
    assertEquals(new Act.CheckIn("8f2c-77", Language.EN), hall.acts().getLast());
    hall.answer(new HallAnswer.TicketIssued(SampleHall.booked("B012", true)));
    taps.seesText("#number", "B012");
    taps.picture("kiosk-wide-en-booked-late");
  }

  private void type(String digits) {
    digits.chars().forEach(it -> taps.tap("#digit-" + Character.toString(it)));
  }

  private void scan(String text) {
    var scene = running().shell().scene();
    Platform.runLater(
        () ->
            text.chars()
                .forEach(
                    it ->
                        scene
                            .getRoot()
                            .fireEvent(
                                new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    Character.toString(it),
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false))));
  }
}
