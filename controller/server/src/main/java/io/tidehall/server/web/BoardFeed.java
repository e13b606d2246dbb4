package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Topics;
import io.tidehall.server.view.Words;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes to web boards the very states that hall boards hear from the broker, so that both show the
 * same. One that comes late gets all of them at once. Each is written to on a thread of its own:
 * one that reads slowly skips states, and holds up no other.
 */
public final class BoardFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);

  /**
   * Far more than a hall has screens; a page that opens one line after the other gets no further.
   */
  static final int MOST = 64;

  private static final Map<String, String> EVENTS =
      Map.of(
          Topics.CLOCK, "clock",
          Topics.HALL, "hall",
          Topics.CATALOGUE, "catalogue",
          Topics.LINES, "lines",
          Topics.BOARD, "board",
          Topics.ANNOUNCEMENTS, "announcements");

  private final SseHandler joining = new SseHandler(this::join);

  /** Guarded by this, as the readers and what waits for each. */
  private final Map<String, String> newest = new LinkedHashMap<>();

  private final Set<Reader> readers = new LinkedHashSet<>();
  private boolean closed;

  void routes(RoutesConfig routes) {
    routes.get("/api/board/events", this::come, Role.ANYONE);
  }

  /** A state was published. */
  public void heard(String topic, Message state) {
    String event = EVENTS.get(topic);
    if (event != null) {
      push(event, new String(Codec.encode(state), StandardCharsets.UTF_8));
    }
  }

  @Override
  public synchronized void close() {
    // Clients are not closed one by one; see ConsoleFeed.
    closed = true;
    notifyAll();
  }

  private void come(Context ctx) {
    if (full()) {
      Replies.problem(
          ctx,
          HttpStatus.SERVICE_UNAVAILABLE,
          "BUSY",
          Words.text("edge.BUSY"),
          "Expected at most %d web boards at a time; close some of them".formatted(MOST));
      return;
    }
    joining.handle(ctx);
  }

  private synchronized boolean stopping() {
    return closed;
  }

  private synchronized boolean full() {
    return readers.size() >= MOST;
  }

  private void join(SseClient client) {
    client.keepAlive();
    var reader = new Reader(client);
    client.onClose(() -> leave(reader));
    synchronized (this) {
      if (!full()) {
        reader.waiting.putAll(newest);
        readers.add(reader);
      }
    }
    // One that came as the last place was taken finds itself away, and its line ends.
    Thread.ofVirtual().name("board-feed").start(reader);
  }

  private synchronized void push(String event, String document) {
    newest.put(event, document);
    readers.forEach(reader -> reader.waiting.put(event, document));
    notifyAll();
  }

  private synchronized void leave(Reader reader) {
    readers.remove(reader);
    notifyAll();
  }

  /** One web board, and the newest of each state that it has not been sent yet. */
  private final class Reader implements Runnable {
    private final SseClient client;
    private final Map<String, String> waiting = new LinkedHashMap<>();

    Reader(SseClient client) {
      this.client = client;
    }

    @Override
    public void run() {
      try {
        for (Map<String, String> next = take(); !next.isEmpty(); next = take()) {
          next.forEach(client::sendEvent);
        }
      } catch (RuntimeException e) {
        LOG.warn("a web board could not be written to, and has to come again", e);
      } finally {
        leave(this);
        end();
      }
    }

    /** Waits for states; none when the board or the hall has gone. */
    private Map<String, String> take() {
      synchronized (BoardFeed.this) {
        try {
          while (waiting.isEmpty() && here()) {
            BoardFeed.this.wait();
          }
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return Map.of();
        }
        Map<String, String> next = here() ? new LinkedHashMap<>(waiting) : Map.of();
        waiting.clear();
        return next;
      }
    }

    /** Ends the line, but not at the stop: see ConsoleFeed. */
    private void end() {
      if (!stopping()) {
        client.close();
      }
    }

    private boolean here() {
      return !closed && readers.contains(this) && !client.terminated();
    }
  }
}
