package io.tidehall.server.web;

import io.javalin.http.sse.SseClient;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Text;
import io.tidehall.server.edge.HallPublisher;
import io.tidehall.server.view.Console;
import io.tidehall.server.view.ConsoleView;
import io.tidehall.server.view.Views;
import io.tidehall.server.writer.Announcer;
import io.tidehall.server.writer.HallWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes the console document to every page that listens, when the hall has changed: at once after
 * a quiet moment, and at most every {@value #GAP_MILLIS} ms in a rush.
 */
public final class ConsoleFeed implements Announcer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleFeed.class);
  private static final int GAP_MILLIS = 150;
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int ALARMS = 30;

  private record Broken(Instant at, Event.FairnessBroken event) {}

  private final HallWriter writer;
  private final ConsoleView consoles;
  private final HallPublisher publisher;
  private final InstantSource clock;
  private final Queue<SseClient> clients = new ConcurrentLinkedQueue<>();
  private final Map<TicketId, Event.TicketCalled> calls = new ConcurrentHashMap<>();
  private final Deque<Broken> broken = new ConcurrentLinkedDeque<>();
  private volatile @Nullable OfficeFeed office;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("console-feed").daemon().factory());

  public ConsoleFeed(HallWriter writer, Views views, HallPublisher publisher, InstantSource clock) {
    this.writer = writer;
    this.consoles = new ConsoleView(views);
    this.publisher = publisher;
    this.clock = clock;
    // What the last start knew, as far as the state still tells it.
    writer.state().answers().all().forEach(it -> hear(it.at(), it.events()));
  }

  /** Starts the regular push that keeps connections and clocks alive. */
  public void start() {
    var _ =
        thread.scheduleAtFixedRate(
            this::push, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
  }

  /** The document as it is now. */
  public Console console() {
    HallState state = writer.state();
    return consoles.console(
        state,
        clock.instant(),
        publisher.status(state, state.seq()),
        publisher.lines(state, state.seq()),
        Map.copyOf(calls),
        alarms(state));
  }

  /** The hall as a whole, for everybody. */
  public HallStatus hall() {
    HallState state = writer.state();
    return publisher.status(state, state.seq());
  }

  /** The hall's time. */
  Instant now() {
    return clock.instant();
  }

  /** Managers' pages get this pushed too. */
  public void follow(OfficeFeed feed) {
    office = feed;
  }

  /** Pushes to a page from now on; to a manager's also what only managers see. */
  void join(SseClient client, boolean manager) {
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    client.sendEvent("console", console());
    clients.add(client);
    OfficeFeed more = office;
    if (manager && more != null) {
      more.join(client);
    }
    push();
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    for (Entry entry : entries) {
      hear(entry.at(), entry.events());
    }
    changed();
  }

  private void hear(Instant at, List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case Event.TicketCalled called -> calls.put(called.ticket(), called);
        case Event.ServiceFinished finished -> calls.remove(finished.ticket());
        case Event.TicketVoided voided -> calls.remove(voided.ticket());
        case Event.FairnessBroken it -> {
          broken.addFirst(new Broken(at, it));
          if (broken.size() > ALARMS) {
            broken.pollLast();
          }
        }
        default -> {}
      }
    }
  }

  private List<Console.Alarm> alarms(HallState state) {
    return broken.stream()
        .filter(it -> state.plan().dayAt(it.at()).equals(state.day()))
        .map(
            it ->
                new Console.Alarm(
                    it.at(),
                    it.event().ticket().number(),
                    it.event().line().value(),
                    it.event().rule(),
                    Text.of(it.event().zh(), it.event().en())))
        .toList();
  }

  /** A device has come, gone or changed. */
  public void devicesChanged() {
    OfficeFeed more = office;
    if (more != null) {
      more.changed();
    }
    changed();
  }

  /** Something on the console has changed. */
  public void changed() {
    if (!clients.isEmpty() && due.compareAndSet(false, true)) {
      try {
        var _ = thread.schedule(this::push, GAP_MILLIS / 5, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException _) {
        // stopping: pages reconnect to the next start
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    // Not closed one by one: the server has stopped by now and has cut them all, and Javalin never
    // returns from closing a client whose request is gone.
    clients.clear();
  }

  private void push() {
    due.set(false);
    if (clients.isEmpty()) {
      return;
    }
    try {
      String document = Json.MAPPER.writeValueAsString(console());
      clients.removeIf(SseClient::terminated);
      clients.forEach(client -> client.sendEvent("console", document));
    } catch (RuntimeException e) {
      LOG.error("pushing the console failed", e);
    }
  }
}
