package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.view.Shell;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Searching, and an item's page, in the real window. */
class FindingScreensTest extends KioskWindowTest {
  private void open() {
    open(14, 10);
    taps.tap("#seek");
    taps.sees("#screen-search");
  }

  private void type(String letters) {
    for (String letter : letters.split("")) {
      taps.tap("#key-" + letter);
    }
  }

  @Test
  void aVisitorTypesInitialsTicksThePapersAndTakesANumber() {
    open();
    taps.picture("kiosk-search");
    type("ncjm");
    assertEquals("NCJM│", taps.text("#typed"));
    taps.picture("kiosk-search-found");
    taps.tap("#found-i4");
    taps.sees("#screen-guide");
    taps.tap("#material-0");
    taps.picture("kiosk-guide");
    taps.tap("#print-list");
    taps.sees("#print-said");
    hall.answer(new HallAnswer.Done());
    taps.seesText("#print-said", "已送打印，请取走");
    taps.picture("kiosk-guide-printed");
    taps.tap("#have-all");
    taps.sees("#screen-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    assertEquals(
        List.of(
            new Act.PrintList("i4", Language.ZH),
            new Act.TakeTicket("A", List.of("i4"), null, null, Language.ZH)),
        hall.acts());
  }

  @Test
  void theLongestNameAndTheLongestListFit() {
    open();
    type("xc");
    taps.picture("kiosk-search-longest");
    taps.tap("#found-i1");
    taps.tap("#material-1");
    taps.picture("kiosk-guide-longest");
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-en-guide");
  }

  @Test
  void oneLetterGivesPagesAndNonsenseSaysWhereToAsk() {
    open();
    type("s");
    taps.sees("#page-after");
    taps.picture("kiosk-search-pages");
    type("xqzw");
    taps.sees("#nothing");
    taps.picture("kiosk-search-nothing");
    taps.tap("#key-erase");
    assertEquals("SXQZ│", taps.text("#typed"));
    taps.tap("#key-clear");
    taps.gone("#nothing");
    taps.tap("#word-残疾");
    taps.tap("#found-i6");
    taps.sees("#guide-unknown");
    taps.picture("kiosk-guide-unknown");
  }

  @Test
  void theKeysAreLargeAndStandInTheLowerHalf() {
    open();
    for (String letter : "1q0pamzl".split("")) {
      Bounds key = bounds("#key-" + letter);
      assertTrue(key.getWidth() >= 80 && key.getHeight() >= 80, letter + ": " + key);
      assertTrue(key.getMinY() >= 960, letter + ": " + key);
    }
  }

  @Test
  void searchingSpeaksEnglishAndFitsASidewaysScreen() {
    open();
    taps.tap("#language");
    taps.seesText("#language", "中文");
    taps.picture("kiosk-en-search");
    type("zzzzzzz");
    taps.sees("#nothing");
    taps.picture("kiosk-en-search-nothing");
    sideways();
    open();
    taps.picture("kiosk-wide-search");
    type("xc");
    taps.picture("kiosk-wide-search-found");
    taps.tap("#found-i1");
    taps.picture("kiosk-wide-guide");
  }

  private Bounds bounds(String id) {
    return Shell.onFx(
        () -> {
          Node node = running().shell().content().lookup(id);
          return running()
              .shell()
              .content()
              .sceneToLocal(node.localToScene(node.getLayoutBounds()));
        });
  }
}
