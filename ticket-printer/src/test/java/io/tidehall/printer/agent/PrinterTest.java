package io.tidehall.printer.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One printer, byte by byte: what it tells by itself between questions and answers. */
class PrinterTest {
  private static final String ASB = "1D 61 0E";
  private static final String END_MARK = "1D 72 01";
  private static final byte[] SLIP = {0x1b, 0x40, 0x41, 0x0a};

  @TempDir Path folder = Path.of("");
  private final ScriptedLine line = new ScriptedLine();
  private final List<PrinterStatus> meanwhile = new ArrayList<>();

  private Printer printer(PrinterProfile profile) {
    return new Printer(line, profile, Duration.ofMinutes(1));
  }

  private void answersIdle() {
    for (int n = 1; n <= 4; n++) {
      line.answers("10 04 0" + n, "12");
    }
  }

  @Test
  void whatStopsItIsToldBeforeTheLastAnswerAndCountsMoreThanTheAnswers() {
    answersIdle();
    line.answers("10 04 02", "38 00 00 0F 12");
    try (var printer = printer(PrinterProfile.named("80mm"))) {
      assertEquals(List.of("cover-open"), printer.status(meanwhile::add).faults());
      assertEquals(List.of("cover-open"), meanwhile.getFirst().faults());
      assertEquals(1, meanwhile.size());
      line.answers("10 04 02", "12");
      assertTrue(printer.status(meanwhile::add).ready(), "told once, asked for ever after");
    }
  }

  @Test
  void whatItToldWhileNobodyListenedIsTheStatusWithoutAQuestion() {
    answersIdle();
    try (var printer = printer(PrinterProfile.named("80mm"))) {
      assertTrue(printer.status(meanwhile::add).ready());
      int before = line.sent().size();
      line.comes("18 00 0F 0F");
      assertFalse(printer.status(meanwhile::add).ready());
      assertEquals(before, line.sent().size());
    }
  }

  @Test
  void aSlipIsConfirmedByItsEndMarkAloneAndKeepsTheTellingOn() {
    answersIdle();
    line.answers(ASB, "10 00 00 0F");
    line.answers(END_MARK, "38 00 00 0F 10 00 00 0F 00");
    try (var printer = printer(PrinterProfile.named("80mm"))) {
      assertTrue(printer.status(meanwhile::add).ready());
      assertEquals(new Printer.Result.Printed(""), printer.print(SLIP, true, meanwhile::add));
      assertTrue(line.sent().contains("1B 40 1D 61 0E 41 0A"));
      assertFalse(line.isComing(), "every byte was taken");
    }
  }

  @Test
  void aPrinterThatNeverToldAnythingGetsItsSlipAsItIs() {
    answersIdle();
    line.answers(END_MARK, "00");
    try (var printer = printer(PrinterProfile.named("80mm"))) {
      assertTrue(printer.status(meanwhile::add).ready());
      assertEquals(new Printer.Result.Printed(""), printer.print(SLIP, true, meanwhile::add));
      assertTrue(line.sent().contains("1B 40 41 0A"));
    }
  }

  @Test
  void aProfileKeepsTheCommandFromAPrinterThatWouldPrintIt() throws IOException {
    answersIdle();
    Path file = Files.writeString(folder.resolve("cheap.properties"), "asb=no\n");
    try (var printer = printer(PrinterProfile.find(file.toString()))) {
      assertTrue(printer.status(meanwhile::add).ready());
      assertFalse(line.sent().contains(ASB));
    }
  }
}
