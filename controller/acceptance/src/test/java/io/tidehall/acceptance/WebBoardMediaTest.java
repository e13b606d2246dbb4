package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.device.MadeMedia;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The web board's playlist: by the hall's clock, never over a call, without what is torn. */
@Timeout(300)
class WebBoardMediaTest {
  private static final int CALM = 32;
  private static final int CALLED = 48;
  private static final int FILM = 60;
  private static final int PICTURE = 120;

  /** The round with the torn film. */
  private static final int ALL = 3 * CALM + 2 * FILM + PICTURE;

  /** How far the hall's clock is ahead of this machine's. */
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Test
  void picturesAreShownInTurnAndACallIsNeverHidden(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path media = Files.createDirectories(data.resolve("media"));
    MadeMedia.picture(media.resolve("春节.png"));
    MadeMedia.film(media.resolve("film.mp4"));
    Files.writeString(media.resolve("torn.mp4"), "no film");
    try (var hall =
            RunningHall.start(
                data, Broker.EMBEDDED, () -> Instant.now().plus(ahead.get()), hall());
        var helper = new StaffPage(hall, "101")) {
      Page web = helper.stranger(1920, 1080);
      web.clock().install();
      // The torn film's turn has gone by, so that nobody finds it torn before it was counted.
      turn(ALL, 2 * CALM + FILM);
      web.navigate(hall.address() + "/board?language=zh-CN");
      awaitPlayable(web, 3);
      turn(ALL, CALM);
      awaitPlayable(web, 2);
      // Without the torn film the round is shorter.
      turn(2 * CALM + PICTURE + FILM, 2 * CALM + PICTURE);
      await("the film")
          .until(
              () -> web.evaluate("document.querySelector('#media video')?.currentTime > 0.5"),
              Boolean.TRUE::equals);
      assertEquals(true, web.evaluate("document.querySelector('#media video').muted"));
      picture(web, "film");
      turn(2 * CALM + PICTURE + FILM, CALM);
      assertThat(web.locator("#media img")).isVisible();
      web.waitForFunction("document.querySelector('#media img')?.naturalWidth === 1600");
      picture(web, "media");

      helper.takeWindow("1");
      try (var manager = hall.staff("100")) {
        manager.post("/api/tickets", Map.of("line", "A"));
      }
      helper.press("next");
      assertThat(web.locator(".calls li").first().locator(".called")).hasText("A001");
      assertThat(web.locator("#media")).hasCount(0);
      turn(2 * CALLED + PICTURE + FILM, CALLED);
      assertThat(web.locator("#media-beside img")).isVisible();
      assertThat(web.locator(".calls li").first().locator(".called")).hasText("A001");
      picture(web, "media-beside");

      // It may have been the line alone that was torn.
      awaitPlayable(web, 2);
      // Neither now nor after these minutes it is the torn film's turn, so that it stays counted.
      turn(ALL + 3 * (CALLED - CALM), 220);
      web.clock().fastForward("11:00");
      awaitPlayable(web, 3);
    }
  }

  /** Asked again and again from here: a promise that the page waits for would count as true. */
  private static void awaitPlayable(Page web, int count) {
    String playable = "async () => (await import('/static/board.js')).shelf.plays().length";
    await("what is playable").until(() -> web.evaluate(playable).equals(count));
  }

  /** Sets the hall's clock to a second of the next round. */
  private void turn(int round, int second) {
    long now = Instant.now().plus(ahead.get()).getEpochSecond();
    long then = now - Math.floorMod(now, round) + round + second;
    ahead.set(Duration.ofSeconds(then - Instant.now().getEpochSecond()));
  }

  private static HallSetup hall() {
    String file =
        ReadyHalls.source("township")
            + "\nplaylist:\n  - {file: torn.mp4, seconds: %d}\n".formatted(FILM)
            + "  - {file: 春节.png, seconds: %d}\n  - {file: gone.png}\n".formatted(PICTURE)
            + "  - {file: film.mp4, seconds: %d}\n".formatted(FILM);
    return switch (HallFile.read("hall.yaml", file)) {
      case HallFile.Ready(var setup) -> setup.asTrial();
      case HallFile.Wrong wrong -> throw new IllegalStateException(wrong.text());
    };
  }

  private static void picture(Page web, String name) {
    Path file = Path.of("target/pictures/web-board-" + name + ".png");
    web.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
