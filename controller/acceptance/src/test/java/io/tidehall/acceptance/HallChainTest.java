package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.emulator.EmulatedSlip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One ticket through the real thing, from the tap at the kiosk to its row in the report. */
class HallChainTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void aTicketGoesFromTheKioskToItsRatingInTheReport(RunningHall.Broker broker) throws Exception {
    Programs.chromium();
    try (var hall = RunningHall.start(folder.resolve("data"), broker);
        var devices = new HallDevices(hall, folder.resolve("spool"));
        var clerk = new StaffPage(hall, "101")) {
      crowd(hall);
      String number = takeTicket(devices);
      slip(devices, number);
      clerk.takeWindow("1");
      assertEquals("", devices.screen("counter-1").text("counter-number"));
      clerk.press("next");
      assertThat(clerk.at("#number")).hasText(number);
      called(devices, number);
      Album.keep("clerk", clerk.picture());
      StaffPage manager = clerk.colleague("100");
      manager.go("/manager");
      assertThat(manager.at("#windows")).containsText(number);
      Album.keep("manager", manager.picture());
      clerk.press("arrive");
      clerk.finish();
      assertThat(clerk.at("#primary[data-step='next']")).isVisible();
      rate(devices);
      report(hall, manager);
      assertEquals(List.of(), devices.printer().errors());
    }
  }

  /** Others who are there already: three are served elsewhere, three wait for other windows. */
  private static void crowd(RunningHall hall) {
    String[][] served = {{"102", "2", "A"}, {"103", "3", "B"}, {"104", "4", "C"}};
    for (String[] one : served) {
      try (var colleague = hall.staff(one[0])) {
        colleague.post("/api/windows/%s/sign-in".formatted(one[1]), Map.of());
        colleague.post("/api/tickets", Map.of("line", one[2]));
        colleague.post("/api/windows/%s/next".formatted(one[1]), Map.of());
        colleague.post("/api/windows/%s/arrive".formatted(one[1]), Map.of());
      }
    }
    try (var manager = hall.staff("100")) {
      for (String line : List.of("J", "J", "K")) {
        manager.post("/api/tickets", Map.of("line", line));
      }
    }
  }

  private static String takeTicket(HallDevices devices) throws IOException {
    DeviceScreen kiosk = devices.screen("kiosk-1");
    kiosk.sees("line-A");
    Album.keep("kiosk", kiosk.picture(), 720);
    kiosk.tap("line-A");
    kiosk.tap("skip-item");
    kiosk.sees("confirm");
    Album.keep("kiosk-confirm", kiosk.picture(), 720);
    kiosk.tap("confirm");
    // Read before the picture is taken: the page goes by itself after a while.
    String number = kiosk.reads("number");
    Album.keep("kiosk-number", kiosk.picture(), 720);
    return number;
  }

  private static void slip(HallDevices devices, String number) throws IOException {
    await("the slip of " + number).until(() -> !slipsOf(devices, number).isEmpty());
    List<EmulatedSlip> slips = slipsOf(devices, number);
    assertEquals(1, slips.size(), slips.toString());
    EmulatedSlip slip = slips.getFirst();
    assertTrue(slip.says(number), slip.lines().toString());
    Album.keep("slip", slip.picture(), 900);
  }

  /** Tickets taken at a counter are printed too. */
  private static List<EmulatedSlip> slipsOf(HallDevices devices, String number) {
    return devices.printer().slips().stream().filter(slip -> slip.says(number)).toList();
  }

  private static void called(HallDevices devices, String number) throws IOException {
    DeviceScreen counter = devices.screen("counter-1");
    counter.says("counter-window", "1");
    counter.says("counter-number", number);
    Album.keep("counter", counter.picture(), 1024);
    DeviceScreen board = devices.screen("board-1");
    board.says("call-1-number", number);
    board.says("call-1-window", "1");
    Album.keep("board", board.picture(), 1200);
    await("the voice")
        .until(() -> devices.heard().stream().anyMatch(it -> it.endsWith(number + "-1-1.wav")));
  }

  private static void rate(HallDevices devices) throws IOException {
    DeviceScreen pad = devices.screen("pad-1");
    pad.sees("rate-5");
    Album.keep("pad", pad.picture(), 900);
    pad.tap("rate-5");
    pad.sees("thanks");
  }

  private static void report(RunningHall hall, StaffPage manager) {
    try (var reader = hall.staff("100")) {
      await("the rating in the report")
          .until(() -> reader.get("/api/report").at("/ratings/levels/5").asInt() == 1);
      var report = reader.get("/api/report");
      assertEquals(1, report.at("/tickets/finished").asInt(), report.toString());
      assertEquals(7, report.at("/tickets/issued").asInt(), report.toString());
    }
    manager.go("/report");
    assertThat(manager.at("#windows [data-window='1']")).hasClass("");
  }
}
