package io.tidehall.server.crash;

import io.tidehall.link.Credentials;
import io.tidehall.link.PahoLink;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A device that keeps some requests in flight, repeats each until it is answered, and after every
 * reconnection repeats some that were answered long ago.
 */
final class InsistentDevice implements AutoCloseable {
  private static final int REPEATED = 5;

  private final Credentials credentials;
  private final String id;
  private final int inFlight;
  private final Supplier<Act> acts;
  private final Ledger ledger;
  private final Map<String, Act> waiting = new LinkedHashMap<>();
  private final Deque<Map.Entry<String, Act>> answered = new ArrayDeque<>();
  private final @Nullable String window;
  private PahoLink link;

  /**
   * A device, as yet unconnected.
   *
   * @param inFlight requests that wait for an answer at a time
   * @param window the window whose calls it sees, or null
   */
  InsistentDevice(
      Credentials credentials,
      int inFlight,
      Supplier<Act> acts,
      Ledger ledger,
      @Nullable String window) {
    this.credentials = credentials;
    this.id = credentials.device();
    this.link = new PahoLink(credentials, null);
    this.window = window;
    this.inFlight = inFlight;
    this.acts = acts;
    this.ledger = ledger;
  }

  synchronized void start() {
    PahoLink mine = link;
    mine.subscribe(Topics.answer(id), (_, payload) -> hear(decoded(HallAnswer.class, payload)));
    if (window != null) {
      mine.subscribe(
          Topics.window(window), (_, payload) -> ledger.seen(decoded(WindowState.class, payload)));
    }
    mine.watch(
        connected -> {
          if (connected) {
            insist();
          }
        });
    mine.open();
  }

  /** Connects anew at once, as a device does that is switched off and on. */
  void restart() {
    PahoLink last;
    synchronized (this) {
      last = link;
      link = new PahoLink(credentials, null);
    }
    last.close();
    start();
  }

  /** Asks everything unanswered again. */
  synchronized void knock() {
    if (link.connected()) {
      waiting.forEach(this::ask);
    }
  }

  @Override
  public synchronized void close() {
    link.close();
  }

  private synchronized void insist() {
    answered.forEach(it -> ask(it.getKey(), it.getValue()));
    waiting.forEach(this::ask);
    fill();
  }

  private void fill() {
    while (link.connected() && waiting.size() < inFlight) {
      Act act = acts.get();
      String request = UUID.randomUUID().toString();
      waiting.put(request, act);
      ask(request, act);
    }
  }

  private void ask(String request, Act act) {
    link.publish(Topics.request(id), Codec.encode(new DeviceRequest(request, Instant.now(), act)));
  }

  private synchronized void hear(HallAnswer answer) {
    Act act = waiting.remove(answer.request());
    ledger.answered(id, answer);
    if (act != null) {
      answered.addLast(Map.entry(answer.request(), act));
      if (answered.size() > REPEATED) {
        answered.removeFirst();
      }
    }
    fill();
  }

  private static <M extends io.tidehall.protocol.Message> M decoded(Class<M> type, byte[] payload) {
    try {
      return Codec.decode(type, payload);
    } catch (io.tidehall.protocol.MalformedMessageException e) {
      throw new AssertionError("a malformed " + type.getSimpleName() + " came", e);
    }
  }
}
