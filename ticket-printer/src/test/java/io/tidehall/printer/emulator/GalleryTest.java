package io.tidehall.printer.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.Slips;
import io.tidehall.printer.escpos.EscPosEncoder;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.slip.SlipLayout;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Slip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every slip on every kind of paper, from layout through bytes to a picture, as a phone and an eye
 * would meet it. The pictures stay in {@code target/slips} to be looked at.
 */
class GalleryTest {
  private static Map<String, Slip> slips() {
    Map<String, Slip> slips = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      slips.put("ordinary-" + language.tag(), Slips.ordinary(language));
      slips.put("crowded-" + language.tag(), Slips.crowded(language));
      slips.put("sparse-" + language.tag(), Slips.sparse(language));
      slips.put("list-" + language.tag(), Slips.list(language, true));
      for (Slip.Notice.Kind kind : Slip.Notice.Kind.values()) {
        slips.put(
            "notice-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + language.tag(),
            Slips.notice(language, kind, Slip.Notice.Copy.VISITOR));
      }
      slips.put("reprint-" + language.tag(), Slips.reprint(language));
      slips.put("day-report-" + language.tag(), Slips.report(language, true));
      slips.put("test-page-" + language.tag(), Slips.testPage(language));
    }
    return slips;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80mm",
        "58mm",
        "80mm-gbk",
        "58mm-gbk",
        "80mm-gb2312",
        "58mm-gb2312",
        "80mm-utf8",
        "58mm-utf8"
      })
  void everySlipPrintsWithoutErrorAndItsCodeScans(String name) throws IOException {
    PrinterProfile profile = PrinterProfile.named(name);
    for (var entry : slips().entrySet()) {
      EmulatedSlip paper = Paper.print(entry.getValue(), profile);
      Path file = Path.of("target", "slips", name, entry.getKey() + ".png");
      Files.createDirectories(file.resolveSibling("."));
      ImageIO.write(Preview.onPaper(paper.picture(), profile.paper()), "png", file.toFile());
      String link = entry.getValue().link();
      if (link != null) {
        assertEquals(link, Paper.scan(paper.picture()), name + " " + entry.getKey());
      }
    }
  }

  /**
   * The pictures that people have looked at: every purpose, language and width. Another version of
   * the font may draw a little differently; run with {@code -Dgolden.write=true} to take them anew.
   */
  @ParameterizedTest
  @ValueSource(strings = {"80mm", "58mm"})
  void everySlipLooksAsItDidWhenItWasLookedAt(String name) throws IOException {
    PrinterProfile profile = PrinterProfile.named(name);
    for (var entry : slips().entrySet()) {
      BufferedImage now = Paper.print(entry.getValue(), profile).picture();
      Path file = Path.of("src/test/resources/pictures", name, entry.getKey() + ".png");
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.resolveSibling("."));
        ImageIO.write(Paper.blackAndWhite(now), "png", file.toFile());
      }
      BufferedImage then = ImageIO.read(file.toFile());
      assertEquals(then.getHeight(), now.getHeight(), file + ": height");
      int other = Paper.otherDots(then, now);
      assertTrue(other <= now.getWidth() * now.getHeight() / 50, file + ": " + other + " dots");
    }
  }

  @Test
  void theSameSlipGivesTheSameBytes() {
    PrinterProfile profile = PrinterProfile.named("58mm-gb2312");
    byte[] once = bytes(Slips.crowded(Language.ZH), profile);
    byte[] twice = bytes(Slips.crowded(Language.ZH), profile);
    assertEquals(List.of(once.length), List.of(twice.length));
    assertTrue(java.util.Arrays.equals(once, twice));
  }

  @Test
  void theNumberIsTheLargestThingOnTheSlip() throws IOException {
    for (String name : List.of("58mm", "80mm")) {
      PrinterProfile profile = PrinterProfile.named(name);
      BufferedImage with = Paper.print(Slips.numbered("A001"), profile).picture();
      int tallest = Paper.tallestBand(with, 0, with.getHeight() / 2);
      // A digit at six times the normal size is more than 11 mm high.
      assertTrue(tallest > 90, name + ": the tallest text is " + tallest + " dots high");
    }
  }

  private static byte[] bytes(Slip slip, PrinterProfile profile) {
    return EscPosEncoder.encode(SlipLayout.lay(slip, profile.paper()), profile);
  }
}
