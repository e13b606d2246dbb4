package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes to web boards the very states that hall boards hear from the broker, so that both show the
 * same. One that comes late gets all of them at once.
 */
public final class BoardFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);

  private static final Map<String, String> EVENTS =
      Map.of(
          Topics.CLOCK, "clock",
          Topics.HALL, "hall",
          Topics.CATALOGUE, "catalogue",
          Topics.LINES, "lines",
          Topics.BOARD, "board",
          Topics.ANNOUNCEMENTS, "announcements");

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("board-feed").daemon().factory());

  /** On the thread only, as the clients. */
  private final Map<String, String> newest = new LinkedHashMap<>();

  private final Set<SseClient> clients = new LinkedHashSet<>();

  void routes(RoutesConfig routes) {
    routes.sse("/api/board/events", this::join, Role.ANYONE);
  }

  /** A state was published. */
  public void heard(String topic, Message state) {
    String event = EVENTS.get(topic);
    if (event != null) {
      later(() -> push(event, new String(Codec.encode(state), StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void close() {
    // Clients are not closed one by one; see ConsoleFeed.
    thread.shutdownNow();
  }

  private void join(SseClient client) {
    client.keepAlive();
    client.onClose(() -> later(() -> clients.remove(client)));
    later(
        () -> {
          newest.forEach(client::sendEvent);
          clients.add(client);
        });
  }

  private void push(String event, String document) {
    newest.put(event, document);
    clients.removeIf(SseClient::terminated);
    clients.forEach(client -> client.sendEvent(event, document));
  }

  private void later(Runnable job) {
    try {
      thread.execute(
          () -> {
            try {
              job.run();
            } catch (RuntimeException e) {
              LOG.error("pushing to the web boards failed", e);
            }
          });
    } catch (RejectedExecutionException _) {
      // stopping: boards come again to the next start
    }
  }
}
