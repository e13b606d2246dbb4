package io.tidehall.server.web;

import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes what managers see beside the hall itself, devices and the day's figures, to each page that
 * has not got it yet. It has a thread of its own: figures are counted from the day's records, and
 * the hall's own document must not wait for that.
 */
public final class OfficeFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeFeed.class);
  private static final int EVERY_SECONDS = 3;

  private final Supplier<Api.Office> office;
  private final Map<SseClient, String> clients = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("office-feed").daemon().factory());

  public OfficeFeed(Supplier<Api.Office> office) {
    this.office = office;
    var _ =
        thread.scheduleWithFixedDelay(this::push, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void join(SseClient client) {
    clients.put(client, "");
    changed();
  }

  /** Something may have changed. */
  void changed() {
    if (!clients.isEmpty()) {
      try {
        thread.execute(this::push);
      } catch (RejectedExecutionException _) {
        // stopping: pages reconnect to the next start
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    clients.clear();
  }

  private void push() {
    clients.keySet().removeIf(SseClient::terminated);
    if (clients.isEmpty()) {
      return;
    }
    try {
      String document = Json.MAPPER.writeValueAsString(office.get());
      for (Map.Entry<SseClient, String> client : clients.entrySet()) {
        if (!document.equals(client.getValue())) {
          client.getKey().sendEvent("office", document);
          client.setValue(document);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("pushing devices and the day's figures failed", e);
    }
  }
}
