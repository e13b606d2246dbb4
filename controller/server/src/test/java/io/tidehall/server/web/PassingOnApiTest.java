package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.server.hallfile.ReadyHalls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Further items and transfers over HTTP. */
class PassingOnApiTest {
  private WebHall hall;
  private Browser clerk;
  private List<String> lines;

  @BeforeEach
  void open(@TempDir Path folder) {
    hall = new WebHall(ReadyHalls.trial(), folder);
    clerk = Browser.of(hall, "101");
    lines = hall.writer.state().plan().lines().stream().map(it -> it.id().value()).toList();
    act("sign-in", Map.of());
    hall.issue(lines.getFirst(), List.of(), null);
    act("next", Map.of());
    act("arrive", Map.of());
  }

  @AfterEach
  void close() {
    clerk.close();
    hall.close();
  }

  @Test
  void aFurtherItemIsNotedDroppedAndIssuedAtTheEnd() {
    act("split", Map.of("line", lines.get(1), "place", "END"));
    act("split", Map.of("line", lines.get(2), "place", "END"));
    act("drop-split", Map.of("line", lines.get(1)));
    assertEquals(lines.get(2), tickets().at("/0/further/0").asString());
    act("finish", Map.of("outcome", "DONE_AT_ONCE"));
    assertEquals(1, tickets().size());
    assertEquals(lines.get(2), tickets().at("/0/line").asString());
    assertEquals(
        List.of("printer-1"),
        hall.writer.state().slips().values().stream().map(it -> it.printer()).toList());
  }

  @Test
  void aTicketPassedOnForATimeTellsItAndWhoSentIt() {
    Instant at = hall.clock.instant().plusSeconds(60);
    Map<String, ?> transfer = Map.of("window", "2", "place", "AT_TIME", "at", at.toString());
    act("transfer", transfer);
    assertEquals("due", tickets().at("/0/state").asString());
    assertEquals(at.toString(), tickets().at("/0/due").asString());
    assertEquals("1", tickets().at("/0/sender").asString());
    assertEquals("2", tickets().at("/0/sentTo").asString());
  }

  private JsonNode tickets() {
    return Browser.json(clerk.get("/api/console")).path("tickets");
  }

  private void act(String name, Map<String, ?> body) {
    var answer = clerk.post("/api/windows/1/" + name, body);
    assertEquals(200, answer.statusCode(), answer.body());
  }
}
