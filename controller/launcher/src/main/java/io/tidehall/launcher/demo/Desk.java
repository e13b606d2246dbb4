package io.tidehall.launcher.demo;

import io.tidehall.server.web.Account;
import io.tidehall.server.web.Accounts;
import io.tidehall.server.web.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One clerk at the HTTP interface, as the clerk's page uses it: a session, and acts that may be
 * asked again without harm.
 */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int TRIES = 20;
  private static final String COOKIE = "tidehall=";
  private static final int UNAUTHORIZED = 401;

  private final HttpClient client;
  private final String address;
  private final Accounts accounts;
  private final String badge;
  private final JsonMapper json;
  private volatile String cookie = "";

  /** How an act ended. */
  sealed interface Reply {
    /** Done, with a journal entry up to this one. */
    record Done(long seq) implements Reply {}

    /** Not done, by the rules or for want of an answer. */
    record No(String code) implements Reply {}
  }

  Desk(HttpClient client, String address, Accounts accounts, String badge, JsonMapper json) {
    this.client = client;
    this.address = address;
    this.accounts = accounts;
    this.badge = badge;
    this.json = json;
  }

  String badge() {
    return badge;
  }

  /** Signs in with the first password; false when a person has chosen another. */
  boolean signIn() throws InterruptedException {
    String password = accounts.find(badge).map(Account::firstPassword).orElse(null);
    if (password == null) {
      return false;
    }
    HttpResponse<String> answer =
        send(
            request(
                "/api/session",
                new Api.SignIn(badge, password, null),
                UUID.randomUUID().toString()));
    if (answer == null || answer.statusCode() != 200) {
      LOG.info("{} cannot sign in: {}", badge, answer == null ? "no answer" : answer.body());
      return false;
    }
    for (String set : answer.headers().allValues("Set-Cookie")) {
      if (set.startsWith(COOKIE)) {
        cookie = set.split(";", 2)[0];
      }
    }
    return !cookie.isEmpty();
  }

  /** Does something at a window, such as {@code next}. */
  Reply at(String window, String act, Object body) throws InterruptedException {
    return post("/api/windows/" + window + "/" + act, body);
  }

  Reply at(String window, String act) throws InterruptedException {
    return at(window, act, Map.of());
  }

  Reply post(String path, Object body) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> answer = send(request(path, body, key));
    if (answer != null && answer.statusCode() == UNAUTHORIZED && signIn()) {
      answer = send(request(path, body, key));
    }
    if (answer == null) {
      return new Reply.No("NO_ANSWER");
    }
    try {
      return answer.statusCode() == 200
          ? new Reply.Done(json.readValue(answer.body(), Api.Done.class).seq())
          : new Reply.No(json.readValue(answer.body(), Api.Problem.class).code());
    } catch (JacksonException e) {
      LOG.info("{} was answered with {}: {}", path, answer.statusCode(), answer.body(), e);
      return new Reply.No("STATUS_" + answer.statusCode());
    }
  }

  /** The stream of console documents. */
  HttpResponse<InputStream> events() throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + "/api/console/events"))
            .header("Accept", "text/event-stream")
            .header("Cookie", cookie)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String path, Object body, String key) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Cookie", cookie)
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
        .build();
  }

  /** Sends until there is an answer that means something; null when there is none for long. */
  private @Nullable HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 503) {
          return answer;
        }
      } catch (IOException e) {
        if (client.isTerminated()) {
          return null;
        }
        LOG.debug("{} is asked again", request.uri(), e);
      }
      Thread.sleep(PAUSE);
    }
    return null;
  }
}
