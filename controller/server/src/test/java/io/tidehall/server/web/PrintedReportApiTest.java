package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.tidehall.hall.DayFigures;
import io.tidehall.hall.PendingSlip;
import io.tidehall.protocol.Presence;
import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A manager has a day's figures printed on a slip. */
@SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
class PrintedReportApiTest {
  private WebHall hall;
  private Browser manager;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    manager = Browser.of(hall, "100");
  }

  @AfterEach
  void close() {
    manager.close();
    hall.close();
  }

  @Test
  void theFiguresOnTheSlipAreThoseOfTheReport() {
    online();
    String line = hall.writer.state().plan().lines().getFirst().id().value();
    try (var clerk = Browser.of(hall, "101")) {
      assertEquals(200, clerk.post("/api/tickets", Map.of("line", line)).statusCode());
    }
    assertEquals(200, manager.post("/api/report/print", Map.of("language", "en")).statusCode());
    PendingSlip slip =
        hall.writer.state().slips().values().stream()
            .filter(it -> it.figures() != null)
            .findFirst()
            .orElseThrow();
    DayFigures figures = Objects.requireNonNull(slip.figures());
    JsonNode report = Browser.json(manager.get("/api/report"));
    assertEquals("printer-1", slip.printer());
    assertEquals("en", slip.language());
    assertEquals(report.path("tickets").path("issued").asInt(), figures.issued());
    assertEquals(1, figures.issued());
    assertEquals(report.path("day").asString(), figures.day().toString());
    assertEquals(5, figures.levels().size());
    assertNotNull(figures.asOf());
  }

  @Test
  void whatCannotBePrintedIsSaid() {
    assertEquals("PRINTER_NOT_READY", refused(Map.of()));
    online();
    assertEquals("NO_PRINTER", refused(Map.of("printer", "kiosk-1")));
    assertEquals("NO_SUCH_DAY", refused(Map.of("day", "2020-01-01")));
    try (var clerk = Browser.of(hall, "101")) {
      assertEquals(403, clerk.post("/api/report/print", Map.of()).statusCode());
    }
    assertEquals(0, hall.writer.state().slips().size());
  }

  private String refused(Map<String, String> body) {
    return Browser.code(manager.post("/api/report/print", body));
  }

  private void online() {
    Instant now = Instant.parse("2026-11-23T01:00:00Z");
    hall.devices.note("printer-1", new Presence(true, "ticket-printer", "test", now, null), now);
  }
}
