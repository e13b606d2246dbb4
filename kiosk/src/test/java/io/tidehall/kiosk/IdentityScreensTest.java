package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.kiosk.reader.IdCard;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Cards and digits at the real window, and several items on one ticket. */
class IdentityScreensTest extends KioskWindowTest {
  private static final IdCard OLD = EmulatedReader.CARDS.getFirst();
  private static final IdCard YOUNG = EmulatedReader.CARDS.get(1);

  @Test
  void anOldVisitorsCardOffersTheGreenChannel() {
    EmulatedReader reader = reading(new KioskApp());
    asking(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS, Identity.NONE);
    taps.tap("#line-F");
    taps.sees("#screen-identify");
    taps.picture("kiosk-identify");
    reader.lay(OLD);
    taps.sees("#screen-greens");
    assertEquals("您已满 60 岁，可以走绿色通道", taps.text("#green-title"));
    taps.sees("#card-lies");
    taps.picture("kiosk-greens-aged");
    taps.tap("#green-g0");
    reader.takeAway();
    taps.gone("#card-lies");
    taps.sees("#screen-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    var take = (Act.TakeTicket) hall.acts().getLast();
    assertTrue(Objects.requireNonNull(take.person()).matches("[0-9a-f]{64}"), take.person());
    hall.answer(new HallAnswer.TicketExists(SampleHall.ticket("F007", false)));
    taps.sees("#reprint");
    taps.picture("kiosk-exists-by-card");
  }

  @Test
  void phoneDigitsAndBirthdayAreTypedInEnglishToo() {
    asking(Identity.PHONE_LAST_DIGITS);
    taps.tap("#language");
    taps.tap("#line-F");
    taps.sees("#screen-identify");
    type("13901332");
    taps.tap("#digits-done");
    taps.sees("#phone-note");
    taps.picture("kiosk-en-identify-no-such-day");
    type("0108");
    taps.picture("kiosk-en-identify-phone");
    taps.tap("#digits-done");
    taps.sees("#screen-confirm");
  }

  @Test
  void aReaderIsMissedAndACardUnreadable() {
    reading(new KioskApp().reading("none")).close();
    running().close();
    var kiosk = new KioskApp().sideways();
    EmulatedReader reader = reading(kiosk);
    asking(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS);
    taps.tap("#line-F");
    taps.sees("#screen-identify");
    taps.picture("kiosk-wide-identify");
    reader.lay(YOUNG);
    taps.sees("#screen-confirm");
    taps.picture("kiosk-wide-confirm-by-card");
  }

  @Test
  void fiveItemsComeOntoOneTicket() {
    open(6, 20);
    taps.tap("#line-A");
    taps.tap("#item-i1");
    for (int item = 2; item <= 5; item++) {
      taps.tap("#add-item");
      taps.sees("#screen-lines");
      if (item == 2) {
        taps.picture("kiosk-lines-adding");
      }
      taps.tap("#line-A");
      taps.tap("#item-i" + item);
      taps.sees("#screen-confirm");
    }
    taps.picture("kiosk-confirm-five");
    assertFalse(taps.has("#add-item"), "five are enough");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    var five = Collections.nCopies(5, Text.zh(SampleHall.LONGEST)).toArray(Text[]::new);
    hall.answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false, five)));
    taps.sees("#number");
    taps.picture("kiosk-issued-five");
  }

  @Test
  void whatCannotGoTogetherIsSaidAndTakenApart() {
    open(6, 20);
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.tap("#add-item");
    taps.tap("#line-F");
    taps.sees("#screen-apart");
    taps.picture("kiosk-apart");
    taps.tap("#take-apart");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    taps.sees("#next-ticket");
    taps.picture("kiosk-issued-next");
    hall.state(Topics.setup("k1"), SampleHall.printerDown());
    taps.sees("#more-time");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-issued-next-doubtful");
    hall.state(Topics.setup("k1"), SampleHall.kiosk(Paper.OK));
    Awaitility.await().until(() -> running().kiosk().world().printerTrouble().isEmpty());
    taps.settle();
    taps.tap("#next-ticket");
    taps.sees("#screen-confirm");
  }

  @Test
  void nothingOfANumberIsLoggedOrPrinted() {
    var logged = Collections.synchronizedList(new ArrayList<String>());
    var root = Logger.getLogger("");
    var said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    var handler = collecting(logged);
    Level level = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      EmulatedReader reader = reading(new KioskApp());
      asking(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS);
      taps.tap("#line-F");
      reader.lay(YOUNG);
      taps.sees("#screen-confirm");
      taps.tap("#confirm");
      taps.sees("#screen-taking");
      hall.answerNever();
      taps.sees("#screen-unanswered");
      reader.takeAway();
      taps.tap("#done");
      taps.tap("#line-F");
      type("13900108");
      taps.tap("#digits-done");
      taps.sees("#screen-confirm");
    } finally {
      System.setOut(out);
      root.setLevel(level);
      root.removeHandler(handler);
    }
    String all = String.join("\n", logged) + said.toString(StandardCharsets.UTF_8) + hall.asked();
    assertTrue(all.contains("TakeTicket was not answered"), "the log was heard");
    for (String secret : List.of(YOUNG.number(), "19900101", "199001010014", "13900108")) {
      assertFalse(all.contains(secret), "found " + secret);
    }
  }

  private static Handler collecting(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void type(String digits) {
    for (String digit : digits.split("")) {
      taps.tap("#digit-" + digit);
    }
  }

  private void asking(Identity... ways) {
    open(6, 3);
    hall.state(Topics.HALL, SampleHall.asking(ways));
    taps.settle();
  }
}
