package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sits reaches every button, at the real window. */
class LowReachTest extends KioskWindowTest {
  /** 20 mm on the smallest panel that serves as a kiosk: 1080 px on 180 mm. */
  private static final double FINGER = 20 * 1080 / 180.0;

  private static final double MIDDLE = 1 / 2.0;

  /** A screen on its side is so low that two thirds of it are within reach. */
  private static final double THIRD = 1 / 3.0;

  @Test
  void everyPageIsTouchedBelowTheMiddle() {
    EmulatedReader reader = low(new KioskApp(), MIDDLE);
    throughAllPages("kiosk-low", reader);
    theOtherPages("kiosk-low");
  }

  @Test
  void inLargePrintAndEnglishToo() {
    EmulatedReader reader = low(new KioskApp(), MIDDLE);
    taps.tap("#language");
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.picture("kiosk-low-large-aids");
    taps.tap("#aids-done");
    throughAllPages("kiosk-low-large", reader);
  }

  @Test
  void everyPageOfASidewaysScreenIsTouchedInTheLowerTwoThirds() {
    EmulatedReader reader = low(new KioskApp().sideways(), THIRD);
    throughAllPages("kiosk-low-wide", reader);
    theOtherPages("kiosk-low-wide");
  }

  @Test
  void digitKeysAreAsLargeAsAFinger() {
    for (boolean sideways : List.of(false, true)) {
      EmulatedReader unused = reading(sideways ? new KioskApp().sideways() : new KioskApp());
      open(6, 3);
      hall.state(Topics.HALL, SampleHall.asking(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS));
      taps.settle();
      taps.tap("#line-F");
      taps.sees("#screen-identify");
      for (int aid = 0; aid < 3; aid++) {
        for (String digit : "1234567890".split("")) {
          double height = taps.height("#digit-" + digit);
          assertTrue(height >= FINGER - 0.01, digit + " is " + height + " px high");
        }
        taps.tap("#aids");
        taps.tap(aid == 0 ? "#aid-low-reach" : "#aid-large-print");
        taps.tap("#aids-done");
        taps.sees("#screen-identify");
      }
    }
  }

  private EmulatedReader low(KioskApp app, double highest) {
    EmulatedReader reader = reading(app);
    open(14, 60);
    taps.tap("#aids");
    taps.tap("#aid-low-reach");
    taps.nothingToTouchAbove(highest);
    taps.picture("kiosk-low-aids");
    taps.tap("#aids-done");
    return reader;
  }

  /** What not every visitor sees: a booking, an old ticket, a refusal, no answer. */
  private void theOtherPages(String name) {
    taps.tap("#done");
    low(name);
    hall.state(Topics.HALL, SampleHall.booking());
    taps.tap("#booked");
    taps.picture(name + "-booked");
    taps.tap("#back");
    hall.state(Topics.HALL, SampleHall.open(false));
    take();
    hall.answer(
        new HallAnswer.TicketExists(SampleHall.ticket("A001", false, Text.zh(SampleHall.LONGEST))));
    taps.sees("#screen-exists");
    taps.picture(name + "-exists");
    taps.tap("#done");
    low(name);
    take();
    hall.answer(new HallAnswer.Refused("line-full", Text.of("今天的号已取完", "No more today")));
    taps.sees("#screen-refused");
    taps.picture(name + "-refused");
  }

  private void low(String name) {
    taps.tap("#aids");
    taps.tap("#aid-low-reach");
    taps.tap("#aids-done");
    taps.picture(name + "-again");
  }

  private void take() {
    taps.settle();
    taps.tap("#line-A");
    taps.sees("#screen-items");
    taps.tap("#skip-item");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
  }
}
