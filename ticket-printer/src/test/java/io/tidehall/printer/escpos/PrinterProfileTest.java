package io.tidehall.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.slip.PaperWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterProfileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aFileChangesWhatDiffersFromAReadyProfile() throws IOException {
    Path file = folder.resolve("front-desk.properties");
    Files.writeString(file, "base=58mm\nencoding=GBK\nqr=raster\ncutter=yes\nstatus=no\n");
    assertEquals(
        new PrinterProfile(
            "front-desk", PaperWidth.MM58, TextEncoding.GBK, false, true, false, false),
        PrinterProfile.find(file.toString()));
  }

  @Test
  void aPrinterThatPrintsGsAMayStillBeAskedHowItIs() throws IOException {
    assertTrue(PrinterProfile.named("80mm").unasked());
    assertFalse(PrinterProfile.named("58mm-gb2312").unasked());
    Path file = Files.writeString(folder.resolve("cheap.properties"), "base=58mm\nasb=no\n");
    assertTrue(PrinterProfile.find(file.toString()).status());
    assertFalse(PrinterProfile.find(file.toString()).unasked());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    var problem = assertThrows(IllegalArgumentException.class, () -> PrinterProfile.find("90mm"));
    assertTrue(String.valueOf(problem.getMessage()).contains("80mm, 58mm, 80mm-gbk"));
    assertTrue(String.valueOf(problem.getMessage()).contains("'90mm'"));
  }

  @Test
  void aWrongWordOrKeyIsNamedWithItsFile() throws IOException {
    Path file = folder.resolve("p.properties");
    Files.writeString(file, "encoding=BIG5\n");
    assertTrue(refusal(file).contains("p.properties: expected encoding to be one of [gb18030"));
    Files.writeString(file, "colour=yes\n");
    assertTrue(refusal(file).contains("found 'colour'"));
  }

  private static String refusal(Path file) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> PrinterProfile.find(file.toString()))
            .getMessage());
  }
}
