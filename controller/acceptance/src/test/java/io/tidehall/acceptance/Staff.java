package io.tidehall.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of staff who uses the HTTP interface without a page. */
final class Staff implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI controller;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Staff(URI controller) {
    this.controller = controller;
  }

  static Staff signIn(URI controller, String account, String password) {
    var staff = new Staff(controller);
    staff.post("/api/session", Map.of("account", account, "password", password));
    return staff;
  }

  /** Sends an act; its answer. */
  JsonNode post(String path, Map<String, ?> body) {
    return send(
        HttpRequest.newBuilder(controller.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(controller.resolve(path)).build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), request + " " + answer.body());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
