package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.display.Happening;
import io.tidehall.display.board.BoardFlow;
import io.tidehall.display.board.BoardPainter;
import io.tidehall.display.board.BoardScreen;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The hall board of a television's browser, beside the board that runs as a device. */
@Timeout(400)
class WebBoardTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder = Path.of("");

  /** All that a device board knows, over the real broker; written by the link alone. */
  private volatile BoardScreen board = BoardScreen.at(Instant.EPOCH, "");

  @Test
  void itShowsTheSameAsTheHallBoardAtEveryMoment() throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var manager = new StaffPage(hall, "100");
        var session = follow(hall)) {
      Page web = manager.stranger(1920, 1080);
      web.navigate(hall.address() + "/board?language=zh-CN");
      assertThat(web.locator(".instead")).containsText("暂无叫号");
      picture(web, "nobody");
      sameForMinutes(web);
      work(hall);
      assertThat(web.locator(".calls li").first().locator(".called")).hasText("C001");
      picture(web, "calls");
      sameForMinutes(web);
      announce(manager);
      assertThat(web.locator("#notice")).hasText("【广播】 请勿在门口停车");
      picture(web, "announced");
      sameForMinutes(web);
      onDuty(web);
      sameForMinutes(web);
      picture(web, "duty");
      web.setViewportSize(1280, 720);
      picture(web, "720");
      web.navigate(hall.address() + "/board?language=en&zone=east");
      assertThat(web.locator(".calls li").first().locator(".called")).hasText("C001");
      web.setViewportSize(1920, 1080);
      picture(web, "en");
      assertEquals(0L, session.malformed());
    }
  }

  @Test
  void itSaysWhenTheHallIsGoneAndComesBackByItself() throws Exception {
    Path data = folder.resolve("data");
    HallSetup setup = RunningHall.inTheMorning(ReadyHalls.trial());
    var options = ControllerOptions.local(data, setup);
    int port;
    try (var hall = RunningHall.start(data, Broker.EMBEDDED, setup);
        var helper = new StaffPage(hall, "101")) {
      port = hall.controller().port();
      Page web = helper.stranger(1920, 1080);
      web.navigate(hall.address() + "/board?language=zh-CN");
      assertThat(web.locator(".instead")).containsText("暂无叫号");
      hall.controller().close();
      assertThat(web.locator("#stale")).containsText("内容停在");
      picture(web, "stale");
      long down = System.nanoTime();
      try (var again = Controller.start(options.withPorts(port, 0))) {
        long up = System.nanoTime();
        assertThat(web.locator("#stale")).hasCount(0);
        System.out.printf(
            "web board: the controller took %d ms to start, the board %d ms after it%n",
            (up - down) / 1_000_000, (System.nanoTime() - up) / 1_000_000);
        assertEquals(port, again.port());
      }
    }
  }

  /** Three are called, of whom one is served, some wait, and a window pauses. */
  private static void work(RunningHall hall) {
    String[][] served = {{"101", "1", "A"}, {"103", "3", "B"}, {"104", "4", "C"}};
    for (String[] one : served) {
      try (var clerk = hall.staff(one[0])) {
        clerk.post("/api/windows/%s/sign-in".formatted(one[1]), Map.of());
        clerk.post("/api/tickets", Map.of("line", one[2]));
        clerk.post("/api/windows/%s/next".formatted(one[1]), Map.of());
        if (one[1].equals("1")) {
          clerk.post("/api/windows/1/arrive", Map.of());
        }
      }
    }
    try (var clerk = hall.staff("102")) {
      clerk.post("/api/windows/2/sign-in", Map.of());
      clerk.post("/api/windows/2/pause", Map.of("reason", "取件"));
      for (String[] one : served) {
        for (int i = 0; i < 4; i++) {
          clerk.post("/api/tickets", Map.of("line", one[2]));
        }
      }
    }
  }

  private static void announce(StaffPage manager) {
    manager.go("/manager");
    manager.at("#announce").click();
    manager.at("#announce-text").fill("请勿在门口停车");
    manager.at("#announce-send").click();
    assertThat(manager.at("#dialog-announce")).hasCount(0);
  }

  /** Both boards are told that window 1 is open for a duty, as outside the hall's hours. */
  private void onDuty(Page web) {
    BoardState calls = Objects.requireNonNull(board.board().value());
    var duty =
        new BoardState(
            calls.seq() + 1,
            calls.calls(),
            calls.windows().stream().map(WebBoardTest::onDuty).toList());
    board = BoardFlow.next(board, new Happening.Heard(duty));
    web.evaluate(
        "async () => { const { feed } = await import('/static/board.js');"
            + " const board = feed.states.board;"
            + " const windows = board.windows.map((it) =>"
            + " (it.window === '1' ? { ...it, duty: true } : it));"
            + " feed.states = { ...feed.states, board: { ...board, seq: board.seq + 1, windows } };"
            + " }");
    String shown = pretty(JSON.valueToTree(BoardPainter.paint(board)));
    assertTrue(shown.contains("值班") || shown.contains("Duty"), shown);
  }

  private static BoardState.Window onDuty(BoardState.Window it) {
    return it.window().equals("1")
        ? new BoardState.Window(
            it.window(),
            it.name(),
            it.kind(),
            it.stage(),
            it.number(),
            it.tidal(),
            it.tide(),
            it.opensAt(),
            it.zone(),
            it.pause(),
            true)
        : it;
  }

  /** Both boards know the same, and would show the same at any moment of the next minutes. */
  private void sameForMinutes(Page web) {
    // What the hall tells while they are being compared has reached the one and not the other.
    await("both boards at the same state")
        .untilAsserted(
            () -> {
              BoardScreen still = board;
              assertEquals(seqs(still), seqs(web));
              sameForMinutes(web, still);
            });
  }

  private static void sameForMinutes(Page web, BoardScreen still) {
    Instant now = Instant.now();
    for (int second = 0; second < 190; second += 5) {
      Instant then = now.plusSeconds(second);
      BoardScreen screen = BoardFlow.next(still, new Happening.Tick(then));
      JsonNode expected = JSON.valueToTree(BoardPainter.paint(screen));
      ((ObjectNode) expected).remove(List.of("stale", "drift"));
      String shown =
          (String)
              web.evaluate(
                  "async (now) => { const board = await import('/static/board.js');"
                      + " return JSON.stringify(board.shownAsUsual(now)); }",
                  (double) then.toEpochMilli());
      assertEquals(pretty(expected), pretty(JSON.readTree(shown)), then.toString());
    }
  }

  private static String pretty(JsonNode tree) {
    return tree.toPrettyString();
  }

  private static List<Long> seqs(Page web) {
    JsonNode states =
        JSON.readTree(
            (String)
                web.evaluate(
                    "async () => JSON.stringify((await import('/static/board.js')).feed.states)"));
    return List.of(
        states.at("/hall/seq").asLong(),
        states.at("/lines/seq").asLong(),
        states.at("/board/seq").asLong(),
        states.at("/announcements/seq").asLong());
  }

  private static List<Long> seqs(BoardScreen screen) {
    HallStatus hall = screen.surroundings().hall();
    LinesState lines = screen.lines().value();
    BoardState calls = screen.board().value();
    Announcements words = screen.announcements().value();
    return hall == null || lines == null || calls == null || words == null
        ? List.of()
        : List.of(hall.seq(), lines.seq(), calls.seq(), words.seq());
  }

  private DeviceSession follow(RunningHall hall) throws IOException {
    DeviceSession session =
        DeviceSessions.over(
            hall.credentials("board-1"), "hall-board", "0.1.0", folder.resolve("spool"));
    hear(session, Topics.HALL, HallStatus.class);
    hear(session, Topics.CATALOGUE, Catalogue.class);
    hear(session, Topics.LINES, LinesState.class);
    hear(session, Topics.BOARD, BoardState.class);
    hear(session, Topics.ANNOUNCEMENTS, Announcements.class);
    session.open();
    return session;
  }

  private <M extends Message> void hear(DeviceSession session, String topic, Class<M> type) {
    session.watch(
        topic, type, message -> board = BoardFlow.next(board, new Happening.Heard(message)));
  }

  private static void picture(Page web, String name) {
    Path file = Path.of("target/pictures/web-board-" + name + ".png");
    web.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
