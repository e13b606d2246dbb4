package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.reader.EmulatedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Large print, high contrast, and unsteady fingers, at the real window. */
class AidsScreensTest extends KioskWindowTest {
  private static final Pattern COLOUR = Pattern.compile("-th-([a-z-]+): (#[0-9a-f]{6})");

  @Test
  void everyPageFitsInLargePrint() {
    EmulatedReader reader = reading(new KioskApp());
    open(14, 60);
    taps.tap("#aids");
    taps.sees("#screen-aids");
    taps.picture("kiosk-aids");
    taps.tap("#aid-large-print");
    taps.picture("kiosk-large-aids");
    taps.tap("#aids-done");
    taps.sees("#screen-lines");
    throughAllPages("kiosk-large", reader);
  }

  @Test
  void everyPageFitsInLargePrintInEnglish() {
    EmulatedReader reader = reading(new KioskApp());
    open(14, 60);
    taps.tap("#language");
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.tap("#aids-done");
    throughAllPages("kiosk-large-en", reader);
  }

  @Test
  void theSameOnBlackForWhoeverSeesLittle() {
    EmulatedReader reader = reading(new KioskApp());
    open(6, 20);
    taps.tap("#aids");
    taps.tap("#aid-high-contrast");
    taps.picture("kiosk-contrast-aids");
    taps.tap("#aids-done");
    throughAllPages("kiosk-contrast", reader);
  }

  @Test
  void largePrintFitsASidewaysScreenToo() {
    EmulatedReader reader = reading(new KioskApp().sideways());
    open(14, 60);
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.picture("kiosk-large-wide-aids");
    taps.tap("#aids-done");
    throughAllPages("kiosk-large-wide", reader);
  }

  @Test
  void theNextVisitorBeginsAsUsual() {
    open(6, 3);
    taps.tap("#aids");
    taps.tap("#aid-large-print");
    taps.tap("#aids-done");
    taps.tap("#line-A");
    taps.tap("#home");
    taps.sees("#screen-lines");
    assertFalse(running().kiosk().comfort().large(), "large print ended with the visit");
  }

  @Test
  void unsteadyFingersAreUnderstood() {
    open(6, 3);
    taps.slide("#line-F", 300);
    taps.sees("#screen-confirm");
    taps.tap("#home");
    taps.slipOff("#line-F", 50);
    taps.sees("#screen-confirm");
    taps.tap("#home");
    taps.sees("#screen-lines");
    taps.slipOff("#line-F", 400);
    taps.settle();
    assertTrue(taps.has("#screen-lines"), "who slides far away has thought better of it");
    taps.tap("#line-F");
    taps.doubleTap("#confirm");
    taps.sees("#screen-taking");
    assertEquals(1, hall.acts().size());
  }

  @Test
  void everyTextOnBlackHasSevenTimesTheLightOfItsGround() throws IOException {
    String css = read("view/kiosk.css");
    var colours = new LinkedHashMap<String, String>();
    var matcher = COLOUR.matcher(css.substring(css.indexOf(".kiosk.contrast {")));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    int pairs = 0;
    for (Map.Entry<String, String> text : colours.entrySet()) {
      int on = text.getKey().lastIndexOf("on-");
      if (on == 0 || (on > 0 && text.getKey().charAt(on - 1) == '-')) {
        String ground = Objects.requireNonNull(colours.get(text.getKey().substring(on + 3)));
        assertTrue(contrast(text.getValue(), ground) >= 7, text.getKey());
        pairs++;
      }
    }
    assertTrue(pairs >= 20, "only " + pairs + " pairs were found");
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static String read(String name) throws IOException {
    try (var in = KioskApp.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
