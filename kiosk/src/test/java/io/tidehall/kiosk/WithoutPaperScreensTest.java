package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import org.junit.jupiter.api.Test;

/** A kiosk whose printer has no paper, in a hall that shows numbers on the screen. */
class WithoutPaperScreensTest extends KioskWindowTest {
  private static final DeviceSetup OUT = SampleHall.onScreen(true, Paper.OUT, false);
  private static final DeviceSetup GONE = SampleHall.onScreen(false, Paper.UNKNOWN, false);
  private static final String PAGE =
      "http://192.168.110.210:8480/t/t-20261105-00001.AbCdEfGhIjKlMnOp";

  @Test
  void whoTakesANumberIsToldBeforeAndBesideIt() {
    open(6, 3);
    hall.state(Topics.setup("k1"), OUT);
    taps.sees("#no-slip");
    taps.picture("no-paper-lines");
    taps.tap("#seek");
    for (String letter : "jz".split("")) {
      taps.tap("#key-" + letter);
    }
    taps.tap("#found-i1");
    taps.sees("#print-said");
    taps.picture("no-paper-guide");
    taps.tap("#home");
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.sees("#no-slip");
    taps.picture("no-paper-confirm");
    taps.tap("#confirm");
    issued();
    taps.seesText("#slip", "打印机缺纸，没有小票。\n请记下或拍下号码。");
    taps.picture("no-paper-issued");
    taps.tap("#more-time");
    taps.tap("#done");
    taps.sees("#screen-lines");
    hall.state(Topics.setup("k1"), SampleHall.kiosk(Paper.OK));
    taps.gone("#no-slip");
  }

  @Test
  void aPrinterThatFailsWhileTheNumberIsShownIsSaidBesideIt() {
    open(6, 3);
    taps.tap("#line-F");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(
        new HallAnswer.TicketIssued(
            SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST)).with(PAGE), true));
    taps.seesText("#slip", "请取走小票，留意叫号。");
    assertFalse(taps.has("#more-time"));
    hall.state(Topics.setup("k1"), SampleHall.printerDown());
    taps.seesText("#slip", "没拿到小票？\n号码有效，请记下或拍下。");
    assertEquals("A001", taps.text("#number"));
    taps.picture("no-paper-doubtful");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("no-paper-doubtful-en");
    taps.tap("#done");
    taps.sees("#screen-printer-down");
  }

  @Test
  void itFitsASidewaysScreenInEnglish() {
    sideways();
    open(14, 3);
    hall.state(Topics.setup("k1"), GONE);
    taps.sees("#no-slip");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("no-paper-wide-en-lines");
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.picture("no-paper-wide-en-confirm");
    taps.tap("#confirm");
    issued();
    taps.picture("no-paper-wide-en-issued");
    taps.tap("#done");
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(new HallAnswer.TicketExists(SampleHall.ticket("A007", false).with(PAGE)));
    taps.sees("#screen-exists");
    assertFalse(taps.has("#reprint"));
    taps.picture("no-paper-wide-exists");
  }

  @Test
  void itFitsInLargePrintWithinLowReach() {
    crowded(false, "no-paper-large-low");
  }

  @Test
  void itFitsSidewaysInLargePrintWithinLowReach() {
    crowded(true, "no-paper-large-low-wide");
  }

  private void crowded(boolean wide, String name) {
    if (wide) {
      sideways();
    }
    open(14, 60);
    hall.state(Topics.setup("k1"), GONE);
    taps.sees("#no-slip");
    taps.tap("#language");
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.tap("#aids-done");
    hall.state(Topics.HALL, SampleHall.booking());
    taps.picture(name + "-unreached");
    taps.tap("#booked");
    taps.tap("#aids");
    taps.tap("#aid-low-reach");
    taps.tap("#aid-high-contrast");
    taps.tap("#aids-done");
    taps.picture(name + "-booked-low");
    taps.tap("#back");
    taps.picture(name + "-lines");
    taps.tap("#line-A");
    taps.tap("#item-i1");
    taps.sees("#no-slip");
    taps.picture(name + "-confirm");
    taps.tap("#confirm");
    issued();
    taps.picture(name + "-issued");
    assertTrue(taps.has("#more-time"));
  }

  private void issued() {
    taps.sees("#screen-taking");
    hall.answer(
        new HallAnswer.TicketIssued(
            SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST)).with(PAGE), false));
    taps.sees("#number");
    assertEquals("A001", taps.text("#number"));
  }
}
