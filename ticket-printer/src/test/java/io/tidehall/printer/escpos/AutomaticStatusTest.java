package io.tidehall.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceStatus.Paper;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticStatusTest {
  @ParameterizedTest
  @CsvSource({
    "10 00 00 0F, OK,       ''",
    "10 00 00 00, OK,       ''",
    "14 00 00 0F, OK,       ''",
    "18 00 0F 0F, OUT,      ''",
    "10 00 0C 0F, OUT,      ''",
    "10 00 03 0F, NEAR_END, ''",
    "38 00 00 0F, OK,       cover-open",
    "30 00 00 0F, OK,       cover-open",
    "38 00 0F 0F, OUT,      cover-open",
    "18 08 00 0F, OK,       cutter",
    "18 20 00 0F, OK,       broken",
    "18 04 00 0F, OK,       error",
    "18 40 00 0F, OK,       head-hot",
    "18 00 00 0F, OK,       offline",
    "10 03 60 6F, OK,       ''"
  })
  void everyTellingIsRead(String hex, Paper paper, String fault) {
    byte[] b = HexFormat.ofDelimiter(" ").parseHex(hex);
    PrinterStatus status = AutomaticStatus.of(b[0], b[1], b[2], b[3]);
    assertEquals(paper, status.paper());
    assertEquals(fault.isEmpty() ? List.of() : List.of(fault), status.faults());
  }

  @Test
  void theFirstByteIsToldFromEveryOtherAnswer() {
    for (int b = 0; b < 256; b++) {
      int kinds =
          (AutomaticStatus.isFirst(b) ? 1 : 0)
              + (PrinterStatus.isAnswer(b) ? 1 : 0)
              + (EndMark.isAnswer(b) ? 1 : 0);
      assertTrue(kinds <= 1, "%02X is more than one thing".formatted(b));
      assertFalse(AutomaticStatus.isFirst(b) && AutomaticStatus.isFurther(b));
    }
  }

  @Test
  void whateverStandsInTheFreeBitsIsReadAndWhatIsNotFreeIsRefused() {
    for (int bits = 0; bits < 256; bits++) {
      int b = bits;
      if (AutomaticStatus.isFurther(b)) {
        PrinterStatus status = AutomaticStatus.of(0x10, b, b, b);
        assertEquals((b & 0x0c) != 0, status.paper() == Paper.OUT);
        assertEquals((b & 0x08) != 0, status.faults().contains(PrinterStatus.CUTTER));
      } else {
        assertThrows(IllegalArgumentException.class, () -> AutomaticStatus.of(0x10, b, 0x00, 0x00));
        assertThrows(IllegalArgumentException.class, () -> AutomaticStatus.of(0x10, 0x00, 0x00, b));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> AutomaticStatus.of(0x12, 0, 0, 0));
  }

  @Test
  void itStaysOnThroughTheResetOfASlip() {
    assertArrayEquals(
        new byte[] {0x1b, 0x40, 0x1d, 0x61, 0x0e, 0x41, 0x0a},
        AutomaticStatus.through(new byte[] {0x1b, 0x40, 0x41, 0x0a}));
    assertThrows(IllegalArgumentException.class, () -> AutomaticStatus.through(new byte[] {0x41}));
  }
}
