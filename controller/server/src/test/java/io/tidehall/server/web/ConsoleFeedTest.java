package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pushed console document. */
@Timeout(120)
class ConsoleFeedTest {
  @Test
  void aPageGetsTheDocumentAtOnceAndAgainWhenTheHallHasChanged(@TempDir Path folder)
      throws Exception {
    var hall = new WebHall(ReadyHalls.trial(), folder);
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var events = events(http, hall, "101");
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

  @Test
  void managersAlsoGetDevicesAndTheDaysFiguresAndNobodyElseDoes(@TempDir Path folder)
      throws Exception {
    var clock = new WebHall.Clock();
    clock.set(Instant.parse("2026-11-23T02:00:00Z"));
    var hall = new WebHall(ReadyHalls.trial(), folder, clock, 0, List.of());
    var window = hall.writer.state().plan().windows().getFirst();
    String line = window.lines().getFirst().value();
    hall.submit(Actor.manager("100"), new Command.SignIn(window.id(), new ClerkId("101"), null));
    hall.issue(line, List.of(), null);
    hall.clock.set(Instant.parse("2026-11-23T02:01:00Z"));
    hall.submit(Actor.clerk("101"), new Command.CallNext(window.id()));
    hall.clock.set(Instant.parse("2026-11-23T02:04:00Z"));
    hall.submit(Actor.clerk("101"), new Command.Arrive(window.id()));
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var clerkHttp = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        // Closed before the clients, which wait for streams that nobody reads to the end.
        var clerk = lines(events(clerkHttp, hall, "101"));
        var manager = lines(events(http, hall, "100"))) {
      JsonNode office = next(manager, "office");
      assertTrue(office.path("devices").size() > 0);
      assertEquals(60, office.at("/today/meanWaitSeconds").asInt());
      assertEquals(0.25, office.at("/today/idleShare").asDouble(), 1e-9, "one minute of four");
      hall.issue(line, List.of(), null);
      hall.clock.set(Instant.parse("2026-11-23T02:05:00Z"));
      hall.submit(Actor.clerk("101"), new Command.Hold(window.id(), HoldKind.WAITING));
      // The figures are told whenever they have changed: perhaps also between the two acts.
      double share = 0.25;
      while (share >= 0.25) {
        share = next(manager, "office").at("/today/idleShare").asDouble();
      }
      for (int documents = 0; documents < 2; documents++) {
        String event = clerk.readLine();
        while (!event.startsWith("event:")) {
          event = clerk.readLine();
        }
        assertEquals("event: console", event);
      }
      hall.close();
    }
  }

  private static HttpResponse<InputStream> events(HttpClient http, WebHall hall, String account)
      throws Exception {
    var in = Map.of("account", account, "password", hall.password(account));
    http.send(
        HttpRequest.newBuilder(hall.address("/api/session"))
            .POST(BodyPublishers.ofString(WebHall.json(in)))
            .build(),
        BodyHandlers.discarding());
    return http.send(
        HttpRequest.newBuilder(hall.address("/api/console/events"))
            .header("Accept", "text/event-stream")
            .build(),
        BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> events) {
    return new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8));
  }

  private static JsonNode next(BufferedReader lines, String event) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("event: " + event)) {
        return next(lines);
      }
    }
    throw new IOException("the stream of events has ended");
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
