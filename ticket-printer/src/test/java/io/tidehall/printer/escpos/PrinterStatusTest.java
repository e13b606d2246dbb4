package io.tidehall.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.DeviceStatus.Paper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterStatusTest {
  @Test
  void anIdlePrinterIsReady() {
    PrinterStatus idle = PrinterStatus.of(0x12, 0x12, 0x12, 0x12);
    assertEquals(new PrinterStatus(Paper.OK, List.of(), List.of()), idle);
    assertTrue(idle.ready());
  }

  @Test
  void outOfPaperIsNotAFaultButNoSlipMayBeSent() {
    PrinterStatus out = PrinterStatus.of(0x1a, 0x32, 0x12, 0x7e);
    assertEquals(new PrinterStatus(Paper.OUT, List.of(), List.of()), out);
    assertFalse(out.ready());
  }

  @Test
  void nearTheEndOfTheRollSlipsStillPrint() {
    PrinterStatus near = PrinterStatus.of(0x12, 0x12, 0x12, 0x1e);
    assertEquals(Paper.NEAR_END, near.paper());
    assertTrue(near.ready());
  }

  @Test
  void anOpenCoverIsAFault() {
    PrinterStatus open = PrinterStatus.of(0x1a, 0x16, 0x12, 0x12);
    assertEquals(List.of("cover-open"), open.faults());
    assertFalse(open.ready());
  }

  @Test
  void aJammedCutterIsAFault() {
    assertEquals(List.of("cutter"), PrinterStatus.of(0x1a, 0x52, 0x1a, 0x12).faults());
  }

  @Test
  void aBrokenPrinterIsAFault() {
    assertEquals(List.of("broken"), PrinterStatus.of(0x1a, 0x52, 0x32, 0x12).faults());
  }

  @Test
  void aHotHeadStopsPrintingOnlyWhileThePrinterIsOffline() {
    assertTrue(PrinterStatus.of(0x12, 0x12, 0x52, 0x12).ready());
    assertEquals(List.of("head-hot"), PrinterStatus.of(0x12, 0x12, 0x52, 0x12).all());
    assertFalse(PrinterStatus.of(0x1a, 0x52, 0x52, 0x12).ready());
  }

  @Test
  void offlineWithoutAReasonIsAFaultOfItsOwn() {
    assertEquals(List.of("offline"), PrinterStatus.of(0x1a, 0x12, 0x12, 0x12).faults());
  }

  @Test
  void aSilentPrinterMayPrint() {
    assertEquals(Paper.UNKNOWN, PrinterStatus.SILENT.paper());
    assertTrue(PrinterStatus.SILENT.ready());
  }

  @Test
  void aByteWithoutTheFixedBitsIsNoStatus() {
    assertFalse(PrinterStatus.isAnswer(0x00));
    assertFalse(PrinterStatus.isAnswer(0x92));
    assertThrows(IllegalArgumentException.class, () -> PrinterStatus.of(0x12, 0x00, 0x12, 0x12));
  }

  @Test
  void anEndMarkIsToldFromAStatus() {
    for (int b : new int[] {0x12, 0x16, 0x1a, 0x1e, 0x32, 0x7e}) {
      assertTrue(PrinterStatus.isAnswer(b));
      assertFalse(EndMark.isAnswer(b));
    }
    for (int b : new int[] {0x00, 0x03, 0x0c, 0x0f}) {
      assertFalse(PrinterStatus.isAnswer(b));
      assertTrue(EndMark.isAnswer(b));
    }
  }
}
