package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidehall.acceptance.RunningHall.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manager asks what yesterday would have been with one window more. */
@Timeout(300)
class WhatIfPageTest {
  private static final Duration TO_TOMORROW = Duration.ofHours(24);

  /** How far the hall's clock is ahead: nine of a Monday morning, so that no day ends too early. */
  private final AtomicReference<Duration> ahead =
      new AtomicReference<>(Duration.between(Instant.now(), Instant.parse("2026-11-23T01:00:00Z")));

  @Test
  void yesterdayIsReplayedWithAWindowMoreAndShownBesideWhatHappened(@TempDir Path folder)
      throws Exception {
    try (var hall =
        RunningHall.start(
            folder.resolve("data"), Broker.EMBEDDED, () -> Instant.now().plus(ahead.get()))) {
      try (var manager = new StaffPage(hall, "100")) {
        manager.go("/what-if");
        assertThat(manager.at("#no-days")).isVisible();
        assertThat(manager.at("#skills-missing")).containsText("5");
        aDay(hall);
        manager.go("/what-if");
        assertThat(manager.at("#day option")).hasCount(1);
        manager.at("#extra").fill("1");
        manager.at("#run").click();
        assertThat(manager.at("#figures [data-figure='mean']")).isVisible();
        assertThat(manager.at("#fit[data-grade='GOOD']")).isVisible();
        assertThat(manager.at("#headline.less")).isVisible();
        assertThat(manager.at("#chart-waiting .curve.whatIf")).isVisible();
        assertThat(manager.at("#chart-lines [data-line='A']")).isVisible();
        manager.go("/what-if");
        assertThat(manager.at("#figures")).isVisible();
        Album.keep("what-if", manager.picture());
      }
    }
  }

  /** Six visitors at one window, and the night. */
  private void aDay(RunningHall hall) {
    try (var staff = hall.staff("101")) {
      staff.post("/api/windows/1/sign-in", Map.of());
      for (int i = 0; i < 6; i++) {
        staff.post("/api/tickets", Map.of("line", "A"));
      }
      for (int i = 0; i < 6; i++) {
        staff.post("/api/windows/1/next", Map.of());
        pass(Duration.ofSeconds(40));
        staff.post("/api/windows/1/arrive", Map.of());
        pass(Duration.ofMinutes(5));
        staff.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
        pass(Duration.ofSeconds(20));
      }
      staff.post("/api/windows/1/sign-out", Map.of());
      pass(TO_TOMORROW);
      await().until(() -> staff.get("/api/report/days").size() > 1);
    }
  }

  private void pass(Duration time) {
    ahead.updateAndGet(it -> it.plus(time));
  }
}
