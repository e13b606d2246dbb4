package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.ReadyHalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pushed console document. */
@Timeout(30)
class ConsoleFeedTest {
  @Test
  void aPageGetsTheDocumentAtOnceAndAgainWhenTheHallHasChanged(@TempDir Path folder)
      throws Exception {
    var hall = new WebHall(ReadyHalls.trial(), folder);
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var in = Map.of("account", "101", "password", hall.password("101"));
      http.send(
          HttpRequest.newBuilder(hall.address("/api/session"))
              .POST(BodyPublishers.ofString(WebHall.json(in)))
              .build(),
          BodyHandlers.discarding());
      var events =
          http.send(
              HttpRequest.newBuilder(hall.address("/api/console/events"))
                  .header("Accept", "text/event-stream")
                  .build(),
              BodyHandlers.ofInputStream());
      assertTrue(events.headers().firstValue("Content-Type").orElse("").contains("event-stream"));
      try (var lines =
          new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
        JsonNode first = next(lines);
        assertEquals(0, first.at("/today/issued").asInt());
        hall.issue(first.at("/lineNames/0/line").asString(), List.of(), null);
        JsonNode now = first;
        while (now.at("/today/issued").asInt() == 0) {
          now = next(lines);
        }
        assertTrue(now.path("seq").asLong() > first.path("seq").asLong());
        assertEquals("waiting", now.at("/tickets/0/state").asString());
        // a page that listens must not keep the hall from closing
        hall.close();
      }
    }
  }

  private static JsonNode next(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:")) {
        return Json.MAPPER.readTree(line.substring(5));
      }
    }
    throw new IOException("the stream of events has ended");
  }
}
