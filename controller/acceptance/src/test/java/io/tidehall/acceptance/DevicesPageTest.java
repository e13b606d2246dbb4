package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.Grant;
import io.tidehall.link.PairingClient;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.server.edge.DevicePlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manager accepts a device that shows a code, sees how it is, names it, and revokes it. */
@Timeout(300)
class DevicesPageTest {
  private static final int MANY = 60;

  @Test
  void aManagerPairsNamesAndRevokesAPrinter(@TempDir Path folder) throws Exception {
    var code = new CompletableFuture<String>();
    var granted = new CompletableFuture<Grant>();
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var manager = new StaffPage(hall, "100");
        var _ =
            new PairingClient(
                URI.create(hall.address()),
                DeviceRole.TICKET_PRINTER,
                "0.1.0",
                progress -> heard(progress, code, granted))) {
      String shown = code.get(60, TimeUnit.SECONDS);
      crowd(hall);
      manager.go("/devices");
      Album.keep("devices", manager.picture());
      manager.at("[data-accept='" + shown + "']").click();
      assertThat(manager.at("dialog .code")).hasText(PairingClient.spaced(shown));
      Album.keep("devices-accept", manager.picture());
      manager.at("#device").fill("printer-east");
      manager.page().keyboard().press("Enter");
      assertThat(manager.at("#told")).containsText("printer-east");
      Grant grant = granted.get(60, TimeUnit.SECONDS);
      var refused = new AtomicBoolean();
      try (DeviceSession printer = printer(grant, folder, refused)) {
        assertThat(manager.at("[data-device='printer-east']")).containsText("缺纸");
        assertThat(manager.at("[data-device='printer-east']")).containsText("2 张");
        manager.at("[data-place='printer-east']").click();
        manager.at("#name").fill("东门打印机");
        manager.at("#save").click();
        assertThat(manager.at("[data-device='printer-east']")).containsText("东门打印机");
        pictures(manager);
        manager.at("[data-revoke='printer-east']").click();
        Album.keep("devices-revoke-en", manager.picture());
        manager.at("#revoke").click();
        assertThat(manager.at("[data-device='printer-east']")).hasCount(0);
        await().untilTrue(refused);
        assertFalse(hall.controller().registry().authenticate("printer-east", grant.secret()));
        assertTrue(printer.malformed() == 0);
      }
    }
  }

  private static void pictures(StaffPage manager) throws Exception {
    Album.keep("devices-crowded", manager.picture());
    manager.at("#language").click();
    assertThat(manager.at("h1")).containsText("Devices");
    manager.page().setViewportSize(1920, 1080);
    Album.keep("devices-wide-en", manager.picture());
    manager.page().setViewportSize(390, 844);
    manager.page().waitForFunction("document.documentElement.scrollWidth <= innerWidth");
    Album.keep("devices-phone-en", manager.picture());
    manager.page().setViewportSize(1366, 768);
  }

  private static DeviceSession printer(Grant grant, Path folder, AtomicBoolean refused)
      throws Exception {
    var credentials =
        grant.keep(folder.resolve("printer.credentials"), URI.create("http://127.0.0.1"));
    DeviceSession session =
        DeviceSessions.over(credentials, "ticket-printer", "0.1.0", folder.resolve("spool"));
    session.onRefusal(() -> refused.set(true));
    session.report(DeviceStatus.Paper.OUT, List.of("cover-open"));
    session.doubts(2);
    session.open();
    return session;
  }

  private static void crowd(RunningHall hall) throws Exception {
    int number = 1;
    while (hall.controller().health().devices().size() < MANY) {
      hall.controller()
          .addDevice(new DevicePlace("board-x" + number++, DeviceRole.HALL_BOARD, null, null));
    }
  }

  private static void heard(
      PairingClient.Progress progress,
      CompletableFuture<String> code,
      CompletableFuture<Grant> granted) {
    switch (progress) {
      case PairingClient.Waiting(String shown) -> code.complete(shown);
      case PairingClient.Accepted(Grant grant) -> granted.complete(grant);
      default -> {}
    }
  }
}
