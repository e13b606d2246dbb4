package io.tidehall.launcher.demo;

import io.tidehall.server.view.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The hall as every open clerk's page sees it: the console document, pushed when it changes. */
final class HallWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(HallWatch.class);
  private static final String DATA = "data:";
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<Desk> desks;
  private final JsonMapper json;
  private @Nullable Console latest;

  /**
   * A watch.
   *
   * @param desks sessions to listen with, in turn when one ends
   */
  HallWatch(List<Desk> desks, JsonMapper json) {
    this.desks = List.copyOf(desks);
    this.json = json;
  }

  @Override
  public void run() {
    try {
      for (int turn = 0; ; turn++) {
        listen(desks.get(turn % desks.size()));
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      LOG.debug("nobody watches the hall any more");
    }
  }

  synchronized @Nullable Console latest() {
    return latest;
  }

  /** Waits until the hall is so; null when it was not in time. */
  synchronized @Nullable Console await(Predicate<Console> wanted, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Console now = latest;
      if (now != null && wanted.test(now)) {
        return now;
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
  }

  private void listen(Desk desk) throws InterruptedException {
    try {
      HttpResponse<java.io.InputStream> answer = desk.events();
      try (var in =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        if (answer.statusCode() != 200) {
          desk.signIn();
          return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith(DATA)) {
            seen(json.readValue(line.substring(DATA.length()), Console.class));
          }
        }
      }
    } catch (IOException | JacksonException e) {
      LOG.debug("the console's stream ended; it is opened again", e);
    }
  }

  private synchronized void seen(Console console) {
    latest = console;
    notifyAll();
  }
}
