package io.tidehall.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterAddressTest {
  @Test
  void everyKindOfPrinterHasItsAddress() {
    assertEquals(
        new PrinterAddress.Tcp("10.0.0.9", 9101), PrinterAddress.parse("tcp://10.0.0.9:9101"));
    assertEquals(new PrinterAddress.Tcp("printer", 9100), PrinterAddress.parse("tcp://printer"));
    assertEquals(
        new PrinterAddress.DeviceFile(Path.of("/dev/usb/lp0")),
        PrinterAddress.parse("file:/dev/usb/lp0"));
    assertEquals(
        new PrinterAddress.Serial("/dev/ttyUSB0", 9600),
        PrinterAddress.parse("serial:/dev/ttyUSB0"));
    assertEquals(
        new PrinterAddress.Serial("/dev/ttyUSB0", 115_200),
        PrinterAddress.parse("serial:/dev/ttyUSB0@115200"));
    assertEquals(
        new PrinterAddress.Spool(Path.of("/var/slips")), PrinterAddress.parse("spool:/var/slips"));
    assertEquals(new PrinterAddress.Emulator(), PrinterAddress.parse("emulator"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "usb",
        "tcp://",
        "tcp://x:0",
        "tcp://x:99999",
        "tcp://x:abc",
        "file:",
        "Emulator"
      })
  void anythingElseIsAnsweredWithTheForms(String text) {
    var problem = assertThrows(IllegalArgumentException.class, () -> PrinterAddress.parse(text));
    assertTrue(String.valueOf(problem.getMessage()).contains("expected a printer as tcp://HOST"));
  }
}
