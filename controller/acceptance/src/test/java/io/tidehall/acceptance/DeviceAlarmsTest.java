package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.printer.agent.PrinterAgent;
import io.tidehall.printer.emulator.Fault;
import io.tidehall.printer.emulator.PrinterEmulator;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.transport.TcpTransport;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults of a printer and a kiosk reach the manager's page; paper and day report are seen to. */
@Timeout(300)
class DeviceAlarmsTest {
  private static final PrinterProfile PAPER = PrinterProfile.named("80mm");

  @TempDir Path folder = Path.of("");

  @Test
  void aFaultComesToTheManagersPageAndGoesByItself() throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var emulator = PrinterEmulator.start(PAPER, 0, null);
        DeviceSession printing = session(hall, "printer-1", "ticket-printer");
        DeviceSession kiosk = session(hall, "kiosk-1", "kiosk");
        var agent = agent(printing, emulator);
        var clerk = hall.staff("101");
        var manager = new StaffPage(hall, "100")) {
      agent.open();
      printing.open();
      kiosk.open();
      clerk.post("/api/tickets", Map.of("line", "A"));
      await().until(() -> emulator.slipCount() == 1);
      manager.go("/manager");
      long broken = System.nanoTime();
      emulator.fault(Fault.COVER_OPEN, true);
      sees(manager, "printer-1 cover-open");
      System.out.printf(
          "a fault is on the manager's page after %d ms%n",
          (System.nanoTime() - broken) / 1_000_000);
      kiosk.report(Paper.NEAR_END, List.of("door-open"));
      sees(manager, "kiosk-1 door-open");
      sees(manager, "kiosk-1 paper-near-end");
      Album.keep("manager-device-alarms", manager.picture());
      emulator.fault(Fault.COVER_OPEN, false);
      kiosk.report(Paper.OK, List.of());
      assertThat(manager.at("#device-alarms")).hasCount(0);
      newRoll(manager, clerk, emulator);
      dayReport(manager, emulator);
    }
  }

  private static void newRoll(StaffPage manager, Staff clerk, PrinterEmulator emulator)
      throws Exception {
    manager.go("/devices");
    manager.at("[data-roll='printer-1']").click();
    assertThat(manager.at("#told")).isVisible();
    // The printer has heard it before the next slip.
    assertThat(manager.at("[data-roll-of='printer-1']")).containsText(" 0 张");
    clerk.post("/api/tickets", Map.of("line", "A"));
    await().until(() -> emulator.slipCount() == 2);
    assertThat(manager.at("[data-roll-of='printer-1']")).containsText("1 张");
    emulator.fault(Fault.CUTTER, true);
    assertThat(manager.at("[data-device='printer-1'] .chip.alarm")).isVisible();
    Album.keep("devices-roll", manager.picture());
    emulator.fault(Fault.CUTTER, false);
    assertThat(manager.at("[data-device='printer-1'] .chip.alarm")).hasCount(0);
  }

  private static void dayReport(StaffPage manager, PrinterEmulator emulator) throws Exception {
    manager.go("/report");
    manager.at("#print").click();
    assertThat(manager.at("#told")).isVisible();
    Album.keep("report-printed", manager.picture());
    await().until(() -> emulator.slipCount() == 3);
    await().until(() -> emulator.slips().getLast().says("日报"));
  }

  private static void sees(StaffPage manager, String trouble) {
    assertThat(manager.at("[data-trouble='" + trouble + "']")).isVisible();
  }

  private PrinterAgent agent(DeviceSession session, PrinterEmulator emulator) throws IOException {
    return new PrinterAgent(
        session,
        "printer-1",
        PAPER,
        new TcpTransport(emulator.host(), emulator.port()),
        folder.resolve("jobs"),
        new PrinterAgent.Setting(50, null),
        PrinterAgent.Pace.USUAL);
  }

  private DeviceSession session(RunningHall hall, String id, String app) throws IOException {
    return DeviceSessions.over(hall.credentials(id), app, "test", folder.resolve(id));
  }
}
