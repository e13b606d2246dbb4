package io.tidehall.printer.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tidehall.printer.escpos.PrinterProfile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PrinterEmulatorTest {
  private static final String CUT = "1D5600";
  private static final String END_MARK = "1D7201";

  @TempDir Path folder = Path.of("");
  private final PrinterEmulator emulator = start("80mm");
  private final Wire wire = wire(emulator);

  private static PrinterEmulator start(String profile) {
    try {
      return PrinterEmulator.start(PrinterProfile.named(profile), 0, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Wire wire(PrinterEmulator emulator) {
    try {
      return new Wire(emulator);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void reset() throws IOException {
    wire.send("1B40 1C26");
  }

  @AfterEach
  void close() {
    wire.close();
    emulator.close();
  }

  @Test
  void aCallIsReadBackFromItsBytes() throws IOException {
    wire.send("C7EB41303031BAC5B5BD33BAC5B4B0BFDAB0ECC0ED0A" + CUT);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    assertEquals(List.of("请A001号到3号窗口办理"), emulator.slips().getFirst().lines());
    assertEquals(List.of(), emulator.errors());
  }

  @TestFactory
  Stream<DynamicTest> whatNoPrinterUnderstandsIsAnError() {
    return Map.of(
            "1B5A",
            "ESC 5A is unknown",
            "1D7B",
            "GS 7B is unknown",
            "1C5F",
            "FS 5F is unknown",
            "07",
            "control byte 07 is unknown",
            "1B6103",
            "ESC a 03 is unknown",
            "1D21F8",
            "size of GS ! F8 is unknown",
            "1D76300049000100" + "00".repeat(73),
            "GS v 0 of 584×1 dots on 576",
            "1D286B0300315130",
            "none was stored",
            "FFFF",
            "FFFF is no character of GB18030",
            "8230BC30",
            "the printer's font has no")
        .entrySet()
        .stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getValue(), () -> assertRefused(entry.getKey(), entry.getValue())));
  }

  private static void assertRefused(String hex, String error) throws IOException {
    try (PrinterEmulator fresh = start("80mm");
        Wire line = wire(fresh)) {
      line.send(hex);
      Awaitility.await().until(() -> !fresh.errors().isEmpty());
      assertTrue(fresh.errors().getFirst().contains(error), fresh.errors().toString());
      assertEquals(1, fresh.errors().size(), fresh.errors().toString());
    }
  }

  @Test
  void bitsThatGsADoesNotHaveAreAnError() throws IOException {
    assertRefused("1D61B0", "GS a B0 is unknown");
  }

  @Test
  void readingGoesOnBehindAnUnknownCommand() throws IOException {
    wire.send("1B5A 41420A" + CUT);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    assertEquals(List.of("AB"), emulator.slips().getFirst().lines());
    assertEquals(1, emulator.errors().size());
  }

  @Test
  void aCommandCutOffByTheLineIsAnError() throws IOException {
    wire.send("1D286B0900");
    wire.close();
    Awaitility.await().until(() -> !emulator.errors().isEmpty());
    assertTrue(emulator.errors().getFirst().contains("ends inside a command"));
  }

  @Test
  void aLineOverTheEdgeIsAnError() throws IOException {
    wire.send("41".repeat(49) + "0A" + CUT);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    assertTrue(emulator.errors().getFirst().contains("runs over the edge"));
    assertEquals(2, emulator.slips().getFirst().lines().size());
  }

  @Test
  void aPrinterWithoutQrOrCutterRefusesThem() throws IOException {
    try (PrinterEmulator simple = start("58mm-gb2312");
        Wire line = wire(simple)) {
      line.send("1D286B05003150306869 1D286B0300315130" + CUT);
      Awaitility.await().until(() -> simple.errors().size() == 2);
      assertTrue(simple.errors().get(0).contains("cannot draw QR codes"));
      assertTrue(simple.errors().get(1).contains("has no cutter"));
    }
  }

  @Test
  void anIdlePrinterAnswersIdle() throws IOException {
    assertEquals("12 12 12 12", wire.status());
  }

  @Test
  void everyFaultHasItsStatusAndGoesAway() throws IOException {
    var vectors =
        Map.of(
            Fault.PAPER_OUT, "1A 32 12 7E",
            Fault.NEAR_END, "12 12 12 1E",
            Fault.COVER_OPEN, "1A 16 12 12",
            Fault.CUTTER, "1A 52 1A 12",
            Fault.SLOW, "12 12 12 12");
    for (var vector : vectors.entrySet()) {
      emulator.fault(vector.getKey(), true);
      assertEquals(vector.getValue(), wire.status(), vector.getKey().name());
      emulator.fault(vector.getKey(), false);
      assertEquals("12 12 12 12", wire.status(), vector.getKey().name());
    }
  }

  @Test
  void changesAreToldUnaskedFromWhenItIsAskedForUntilAReset() throws IOException {
    emulator.fault(Fault.COVER_OPEN, true);
    emulator.fault(Fault.COVER_OPEN, false);
    wire.send("1D610E");
    assertEquals("10 00 00 0F", wire.told());
    try (Wire second = wire(emulator)) {
      assertEquals("12 12 12 12", second.status());
      emulator.fault(Fault.COVER_OPEN, true);
      assertEquals("38 00 00 0F", wire.told());
      assertEquals("38 00 00 0F", second.told());
    }
    emulator.fault(Fault.COVER_OPEN, false);
    assertEquals("10 00 00 0F", wire.told());
    emulator.fault(Fault.SLOW, true);
    emulator.fault(Fault.CUTTER, true);
    assertEquals("18 08 00 0F", wire.told());
    emulator.fault(Fault.CUTTER, false);
    assertEquals("10 00 00 0F", wire.told());
    assertEquals("00", wire.ask("1B40" + END_MARK));
    emulator.fault(Fault.PAPER_OUT, true);
    assertEquals("1A 32 12 7E", wire.status(), "nothing came between");
    assertEquals(List.of(), emulator.errors());
  }

  @Test
  void onlyWhatIsWantedIsToldUnasked() throws IOException {
    wire.send("1D6108");
    assertEquals("10 00 00 0F", wire.told());
    emulator.fault(Fault.COVER_OPEN, true);
    emulator.fault(Fault.NEAR_END, true);
    assertEquals("38 00 03 0F", wire.told());
    emulator.fault(Fault.NO_ASB, true);
    emulator.fault(Fault.NEAR_END, false);
    assertEquals("1A 16 12 12", wire.status());
  }

  @Test
  void aSilentPrinterPrintsWithoutAWord() throws IOException {
    emulator.fault(Fault.SILENT, true);
    wire.send("100401 410A" + CUT + END_MARK);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    assertEquals("nothing", wire.heard());
  }

  @Test
  void withoutPaperNothingMovesButStatusIsToldPastTheWaitingText() throws IOException {
    emulator.fault(Fault.PAPER_OUT, true);
    wire.send("410A" + CUT);
    assertEquals("7E", wire.ask("100404"));
    assertEquals(0, emulator.slipCount());
    emulator.fault(Fault.PAPER_OUT, false);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
  }

  @Test
  void theEndMarkComesAfterThePaper() throws IOException {
    emulator.fault(Fault.SLOW, true);
    assertEquals("00", wire.ask("410A".repeat(5) + CUT + END_MARK));
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void aStatusRequestInsideAPictureIsAPicture() throws IOException {
    wire.send("1D76300003000100 100401" + CUT);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    assertEquals("nothing", wire.heard());
    assertEquals(List.of(), emulator.errors());
  }

  @Test
  void thePaperEndsInTheMiddleOfASlip() throws IOException {
    emulator.paperLeft(100);
    wire.send("410A".repeat(6) + CUT + END_MARK);
    Awaitility.await().until(() -> wire.status().equals("1A 32 12 7E"));
    assertEquals(0, emulator.slipCount());
  }

  @Test
  void sizesAndAlignmentMoveTheInk() throws IOException {
    wire.send("1B6102 1B2130 1C210C 41CEF7 0A" + CUT);
    Awaitility.await().until(() -> emulator.slipCount() == 1);
    BufferedImage picture = emulator.slips().getFirst().picture();
    // Three double-width cells, thus 72 dots, at the right edge.
    assertEquals(0, ink(picture, 0, 576 - 73));
    assertTrue(ink(picture, 576 - 72, 576 - 48) > 50, "the letter");
    assertTrue(ink(picture, 576 - 48, 576) > 100, "the Chinese character");
  }

  private static int ink(BufferedImage picture, int from, int to) {
    int ink = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        ink += Paper.inked(picture, x, y) ? 1 : 0;
      }
    }
    return ink;
  }

  @Test
  void thePreviewHoldsEverySlipAndTheNewest() throws IOException {
    Path preview = folder.resolve("preview");
    try (var shown = PrinterEmulator.start(PrinterProfile.named("58mm"), 0, preview);
        Wire line = wire(shown)) {
      line.send("410A 1B4A78 42420A 1B4A78");
      Awaitility.await().until(() -> shown.slipCount() == 2);
      try (Stream<Path> files = Files.list(preview)) {
        assertEquals(
            List.of("latest.png", "slip-00001.png", "slip-00002.png"),
            files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
      }
      BufferedImage latest = ImageIO.read(preview.resolve("latest.png").toFile());
      assertEquals(58 * 8, latest.getWidth());
    }
  }
}
