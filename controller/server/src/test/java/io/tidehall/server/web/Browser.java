package io.tidehall.server.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person's HTTP client, with cookies, against a {@link WebHall}. */
final class Browser implements AutoCloseable {
  private final WebHall hall;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Browser(WebHall hall) {
    this.hall = hall;
  }

  /** Somebody who has signed in with the first password. */
  static Browser of(WebHall hall, String account) {
    var browser = new Browser(hall);
    var answer = browser.signIn(account, hall.password(account));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return browser;
  }

  HttpResponse<String> signIn(String account, String password) {
    return post("/api/session", Map.of("account", account, "password", password));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(hall.address(path)).GET(), headers);
  }

  HttpResponse<String> delete(String path, String... headers) {
    return send(HttpRequest.newBuilder(hall.address(path)).DELETE(), headers);
  }

  HttpResponse<String> put(String path, Map<String, ?> body, String... headers) {
    return send(
        HttpRequest.newBuilder(hall.address(path)).PUT(BodyPublishers.ofString(WebHall.json(body))),
        headers);
  }

  HttpResponse<String> post(String path) {
    return send(HttpRequest.newBuilder(hall.address(path)).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, Map<String, ?> body, String... headers) {
    return post(path, WebHall.json(body), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(hall.address(path)).POST(BodyPublishers.ofString(body)), headers);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  /** The code of a problem. */
  static String code(HttpResponse<String> answer) {
    return json(answer).path("code").asString();
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    try {
      HttpRequest.Builder whole = headers.length == 0 ? request : request.headers(headers);
      return http.send(whole.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
