package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.device.DeviceApp;
import io.tidehall.display.Happening;
import io.tidehall.display.board.BoardApp;
import io.tidehall.display.counter.CounterApp;
import io.tidehall.display.led.Face;
import io.tidehall.display.led.LedFlow;
import io.tidehall.display.led.LedPainter;
import io.tidehall.display.led.LedScreen;
import io.tidehall.display.pad.CallPadApp;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every screen of the hall tells the same of a call, whenever it was switched on. */
@Timeout(400)
class OneTruthTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Where a page shows a number. */
  private static final String WHAT = "#number, li .called";

  @TempDir Path folder = Path.of("");

  /** What a line of strips knows. */
  private volatile LedScreen strips = LedScreen.at(Instant.EPOCH);

  private final Map<String, DeviceApp> apps =
      Map.of("board-1", new BoardApp(), "counter-1", new CounterApp(), "keys-1", new CallPadApp());
  private final Map<String, RunningDevice> running = new LinkedHashMap<>();
  private int started;

  @Test
  void aScreenThatComesLateOrAgainShowsWhatOneShowsThatNeverSlept() throws Exception {
    Path data = folder.resolve("data");
    HallSetup setup = RunningHall.inTheMorning(hall());
    try (var hall = RunningHall.start(data, Broker.EMBEDDED, setup);
        var clerk = new StaffPage(hall, "101")) {
      TicketId first;
      TicketId second;
      try (var manager = hall.staff("100")) {
        first = take(manager);
        second = take(manager);
      }
      clerk.takeWindow("1");
      for (String id : apps.keySet()) {
        switchOn(hall, id);
      }
      DeviceSession strip = strip(hall);
      Page web = web(hall, clerk);
      Page phone = phone(hall, clerk, data, first);
      clerk.press("next");
      everyScreenShows("A001", clerk.page(), web, phone);

      // Switched off and on in the call, or opened only now.
      for (String id : apps.keySet()) {
        switchOff(id);
        switchOn(hall, id);
      }
      strip.close();
      strips = LedScreen.at(Instant.EPOCH);
      strip = strip(hall);
      web.close();
      phone.reload();
      clerk.page().reload();
      Page late = web(hall, clerk);
      everyScreenShows("A001", clerk.page(), late, phone);

      // The controller and its broker are gone for a while; no hand touches a screen.
      int http = hall.controller().port();
      int mqtt = hall.broker().getPort();
      hall.controller().close();
      try (var _ = Controller.start(ControllerOptions.local(data, setup).withPorts(http, mqtt))) {
        assertThat(late.locator("#stale")).hasCount(0);
        everyScreenShows("A001", phone, late);
        Page other = phone(hall, clerk, data, second);
        signInAgain(hall, clerk);
        clerk.press("arrive");
        clerk.finish();
        clerk.press("next");
        everyScreenShows("A002", clerk.page(), late, other);
        for (String id : apps.keySet()) {
          switchOff(id);
        }
        strip.close();
      }
    }
  }

  private void everyScreenShows(String number, Page... pages) {
    Map<String, Supplier<String>> screens = new LinkedHashMap<>();
    screens.put("board", () -> text("board-1", "call-1-number"));
    screens.put("counter", () -> text("counter-1", "counter-number"));
    screens.put("call pad", () -> text("keys-1", "pad-number"));
    screens.put("strip", this::strip);
    for (int i = 0; i < pages.length; i++) {
      Page page = pages[i];
      screens.put("page " + i, () -> page.locator(WHAT).first().textContent());
    }
    screens.forEach(
        (name, screen) ->
            await(name).atMost(SOON).untilAsserted(() -> assertEquals(number, screen.get(), name)));
  }

  private static String text(String device, String id) {
    return new DeviceScreen(device).text(id);
  }

  private String strip() {
    LedScreen now = LedFlow.next(strips, new Happening.Tick(Instant.now()));
    Face face = LedPainter.paint(now, Language.ZH, 16).get("1");
    return face == null ? "" : face.words().replace("请", "").replace("号", "");
  }

  private void switchOn(RunningHall hall, String id) throws IOException {
    Path spool = folder.resolve("spool-" + started++);
    running.put(id, RunningDevice.start(hall, id, Objects.requireNonNull(apps.get(id)), spool));
  }

  private void switchOff(String id) {
    Objects.requireNonNull(running.remove(id)).close();
  }

  private DeviceSession strip(RunningHall hall) throws IOException {
    DeviceSession session =
        RunningDevice.session(hall, "strips-1", "led-line", folder.resolve("spool-" + started++));
    hear(session, Topics.HALL, HallStatus.class);
    hear(session, Topics.BOARD, BoardState.class);
    session.watchReach(reach -> happen(new Happening.Reached(reach, session.lastHeard())));
    session.open();
    return session;
  }

  private <M extends Message> void hear(DeviceSession session, String topic, Class<M> type) {
    session.watch(topic, type, message -> happen(new Happening.Heard(message)));
  }

  private synchronized void happen(Happening happening) {
    strips = LedFlow.next(strips, happening);
  }

  private static Page web(RunningHall hall, StaffPage helper) {
    Page web = helper.stranger(1920, 1080);
    web.navigate(hall.address() + "/board?language=zh-CN");
    return web;
  }

  private static Page phone(RunningHall hall, StaffPage helper, Path data, TicketId ticket)
      throws IOException {
    var links = new TicketLinks(hall.address(), Files.readAllBytes(data.resolve("links.key")));
    Page phone = helper.stranger(390, 844);
    phone.navigate(links.link(ticket));
    assertThat(phone.locator("#number")).isVisible();
    return phone;
  }

  /** Sessions end with the controller; the page finds it out and asks who is there. */
  private static void signInAgain(RunningHall hall, StaffPage clerk) {
    assertThat(clerk.page()).hasURL(Pattern.compile(".*/login\\?to=.*"));
    clerk.page().fill("#account", "101");
    clerk.page().click("#by-password");
    clerk.page().fill("#password", hall.firstPassword("101"));
    clerk.page().click("#sign-in");
    clerk.page().click("#skip");
  }

  private static TicketId take(Staff staff) {
    return new TicketId(staff.post("/api/tickets", Map.of("line", "A")).path("ticket").asString());
  }

  /** The township hall with a call pad and a line of strips. */
  private static HallSetup hall() {
    String file =
        ReadyHalls.source("township")
            + """

            devices:
              - {id: board-1, role: hall-board}
              - {id: counter-1, role: counter-display, window: 1}
              - {id: keys-1, role: call-pad, window: 1}
              - {id: strips-1, role: led-line}
            """;
    return switch (HallFile.read("hall.yaml", file)) {
      case HallFile.Ready(var setup) -> setup.asTrial();
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }
}
