package io.tidehall.printer.emulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.transport.Transport;
import io.tidehall.printer.transport.serial.SerialTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("");
  private final PrinterEmulator emulator = emulator();

  private static PrinterEmulator emulator() {
    try {
      return PrinterEmulator.start(PrinterProfile.named("58mm"), 0, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void socat() {
    Assumptions.assumeTrue(
        Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/socat")),
        "needs socat: apt install socat");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void whoeverOpensItInTurnIsAnsweredAndAfterThePulledCableAgain() throws IOException {
    Path tty = folder.resolve("tty");
    // Of a program that was killed.
    Files.createSymbolicLink(tty, folder.resolve("gone"));
    try (var _ = PseudoTerminal.open(emulator, tty)) {
      assertEquals(OptionalInt.of(0x12), asked(tty, LONG));
      assertEquals(OptionalInt.of(0x12), asked(tty, LONG));
      emulator.pullCable();
      await()
          .ignoreExceptions()
          .until(() -> asked(tty, Duration.ofSeconds(1)).equals(OptionalInt.of(0x12)));
    }
    assertFalse(Files.exists(tty, LinkOption.NOFOLLOW_LINKS));
    assertEquals(0, emulator.errors().size(), emulator.errors().toString());
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes"), "mine");
    var problem = assertThrows(IOException.class, () -> PseudoTerminal.open(emulator, notes));
    assertTrue(String.valueOf(problem.getMessage()).contains("something of this name is there"));
    assertEquals("mine", Files.readString(notes));
  }

  private static OptionalInt asked(Path tty, Duration within) throws IOException {
    try (Transport line = new SerialTransport(tty.toString(), 9600)) {
      line.open();
      line.send(PrinterStatus.request(1), within);
      return line.receive(within);
    }
  }
}
