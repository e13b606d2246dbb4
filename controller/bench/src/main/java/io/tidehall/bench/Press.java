package io.tidehall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A clerk at the pages' interface, signed in with the first password. */
final class Press {
  private static final int HTTP_OK = 200;

  private final HttpClient http;
  private final String address;
  private final String cookie;

  private Press(HttpClient http, String address, String cookie) {
    this.http = http;
    this.address = address;
    this.cookie = cookie;
  }

  static Press signedIn(HttpClient http, String address, String badge, String password)
      throws IOException, InterruptedException {
    var answer =
        http.send(
            request(address, "session", "")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(badge, password)))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    String given = answer.headers().firstValue("Set-Cookie").orElse("");
    if (answer.statusCode() != HTTP_OK || given.isEmpty()) {
      throw new IllegalStateException("expected clerk " + badge + " to sign in, got " + answer);
    }
    return new Press(http, address, given.substring(0, given.indexOf(';')));
  }

  /** Presses call-next at a window; fails unless somebody is called. */
  CompletableFuture<Void> next(String window) {
    return http.sendAsync(
            request(address, "windows/" + window + "/next", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .thenAccept(
            answer -> {
              if (answer.statusCode() != HTTP_OK) {
                throw new IllegalStateException("expected a call, got " + answer.body());
              }
            });
  }

  private static HttpRequest.Builder request(String address, String path, String cookie) {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/" + path))
            .header("Content-Type", "application/json");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }
}
