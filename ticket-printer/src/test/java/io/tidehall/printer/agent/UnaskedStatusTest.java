package io.tidehall.printer.agent;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.DeviceSession;
import io.tidehall.printer.Slips;
import io.tidehall.printer.emulator.Fault;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.emulator.PseudoTerminal;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.printer.transport.Transport;
import io.tidehall.printer.transport.serial.SerialTransport;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the emulated printer tells by itself, and how the agent takes it. */
class UnaskedStatusTest {
  private static final PrinterProfile PROFILE = PrinterProfile.named("58mm");
  private static final PrinterAgent.Pace QUICK =
      new PrinterAgent.Pace(Duration.ofMillis(50), Duration.ofMinutes(1));

  @TempDir Path folder = Path.of("");
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Hall hall = opened(new Hall());
  private final PrinterEmulator emulator = opened(emulator());

  private <T extends AutoCloseable> T opened(T what) {
    open.push(what);
    return what;
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private static PrinterEmulator emulator() {
    try {
      return PrinterEmulator.start(PROFILE, 0, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void start(Transport transport) throws IOException {
    DeviceSession session = opened(hall.session(folder.resolve("session")));
    var agent =
        opened(
            new PrinterAgent(
                session,
                Hall.DEVICE,
                PROFILE,
                transport,
                folder.resolve("jobs"),
                PrinterAgent.Setting.USUAL,
                QUICK));
    agent.open();
    session.open();
  }

  private void startOverTcp() throws IOException {
    start(new TcpTransport(emulator.host(), emulator.port()));
  }

  @Test
  void aPrinterThatOnlyTellsByItselfIsUnderstoodAndItsSlipsAreConfirmed() throws IOException {
    emulator.fault(Fault.NO_DLE_EOT, true);
    startOverTcp();
    await().until(() -> hall.tells(Paper.OK));
    emulator.fault(Fault.COVER_OPEN, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open"));
    hall.send(Slips.job("j1", "A001"));
    emulator.fault(Fault.PAPER_OUT, true);
    emulator.fault(Fault.COVER_OPEN, false);
    await().until(() -> hall.tells(Paper.OUT));
    assertEquals(List.of(), hall.ends());
    emulator.fault(Fault.PAPER_OUT, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals("", hall.reports().getFirst().detail());
    emulator.fault(Fault.NEAR_END, true);
    await().until(() -> hall.tells(Paper.NEAR_END));
    assertEquals(1, emulator.slipCount());
    assertEquals(List.of(), emulator.errors());
  }

  @Test
  void aCoverThatOpensAsAnswersStopIsToldByName() throws IOException {
    startOverTcp();
    await().until(() -> hall.tells(Paper.OK));
    emulator.fault(Fault.NO_DLE_EOT, true);
    emulator.fault(Fault.COVER_OPEN, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open"));
    emulator.fault(Fault.COVER_OPEN, false);
    await().until(() -> hall.tells(Paper.UNKNOWN, "unreachable"));
    emulator.fault(Fault.NO_DLE_EOT, false);
    await().until(() -> hall.tells(Paper.OK));
  }

  @Test
  void aPrinterThatDoesNotKnowTheCommandLosesNothing() throws IOException {
    emulator.fault(Fault.NO_ASB, true);
    startOverTcp();
    emulator.fault(Fault.PAPER_OUT, true);
    await().until(() -> hall.tells(Paper.OUT));
    hall.send(Slips.job("j1", "A001"));
    emulator.fault(Fault.PAPER_OUT, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals("", hall.reports().getFirst().detail());
  }

  @Test
  void changesToldInTheMiddleOfASlipNeverConfirmIt() throws IOException {
    emulator.fault(Fault.SLOW, true);
    startOverTcp();
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> emulator.waiting() > 20);
    // From fault to fault, so that nothing moves meanwhile.
    emulator.fault(Fault.COVER_OPEN, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open"));
    emulator.fault(Fault.CUTTER, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open", "cutter"));
    emulator.fault(Fault.COVER_OPEN, false);
    await().until(() -> hall.tells(Paper.OK, "cutter"));
    assertEquals(List.of(), hall.ends(), "the slip is still under way");
    emulator.fault(Fault.SLOW, false);
    emulator.fault(Fault.CUTTER, false);
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals(1, emulator.slipCount());
  }

  @Test
  void overASerialLineTheEmulatorPrintsConfirmsAndTells() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/socat")),
        "needs socat: apt install socat");
    Path tty = folder.resolve("tty");
    opened(PseudoTerminal.open(emulator, tty));
    start(new SerialTransport(tty.toString(), 9600));
    hall.send(Slips.job("j1", "A001"));
    await().until(() -> hall.ends().equals(List.of("j1 PRINTED")));
    assertEquals("", hall.reports().getFirst().detail());
    assertTrue(emulator.slips().getFirst().says("A001"));
    emulator.fault(Fault.COVER_OPEN, true);
    await().until(() -> hall.tells(Paper.OK, "cover-open"));
    emulator.fault(Fault.COVER_OPEN, false);
    await().until(() -> hall.tells(Paper.OK));
    assertEquals(List.of(), emulator.errors());
  }
}
