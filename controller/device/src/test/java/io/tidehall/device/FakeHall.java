package io.tidehall.device;

import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A hall for one device, in memory and honest: messages are encoded and decoded, states are
 * retained for late watchers, callbacks run one at a time on a thread of their own, and answers
 * come when the test gives them. Whatever the test has the hall say is heard by the device before
 * the call returns; what the device does about it on threads of its own may still be to come. The
 * clock stands still until {@link #at} moves it.
 */
public final class FakeHall implements DeviceSession {
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("link").factory());
  private final Map<String, Message> retained = new LinkedHashMap<>();
  private final List<Watch<?>> watches = new ArrayList<>();
  private final List<Consumer<Reach>> reachWatches = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<List<String>> reports = new ArrayList<>();
  private Reach reach = Reach.ONLINE;
  private volatile Instant now;
  private volatile @Nullable Instant silentSince;
  private long malformed;
  private volatile boolean opened;
  private volatile boolean closed;

  /** What the device asked, to be answered. */
  public record Asked(String id, Act act, CompletableFuture<HallAnswer.Reply> answer) {}

  private record Watch<M extends Message>(String topic, Class<M> type, Consumer<M> consumer) {}

  public FakeHall(Instant now) {
    this.now = now;
  }

  /** The hall publishes a state. */
  public void state(String topic, Message message) {
    synchronized (this) {
      retained.put(topic, message);
      watches.stream().filter(it -> it.topic.equals(topic)).forEach(it -> deliver(it, message));
    }
    heard();
  }

  /** Broker or controller come or go. */
  public void reach(Reach next) {
    synchronized (this) {
      reach = next;
      silentSince = next == Reach.ONLINE ? null : now;
      reachWatches.forEach(it -> thread.execute(() -> it.accept(next)));
    }
    heard();
  }

  /** Waits until all that was said so far has been heard. */
  private void heard() {
    CompletableFuture.runAsync(() -> {}, thread)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** The hall's clock is moved. */
  public void at(Instant instant) {
    now = instant;
  }

  /** Everything asked so far, oldest first, answered or not. */
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The acts asked so far, oldest first. */
  public List<Act> acts() {
    return asked().stream().map(Asked::act).toList();
  }

  /** Answers the newest request that waits; the answer comes on the link's thread. */
  public void answer(HallAnswer.Reply reply) {
    Asked waiting = waiting();
    thread.execute(() -> waiting.answer.complete(reply));
    heard();
  }

  /** Lets the newest request that waits fail for want of an answer. */
  public void answerNever() {
    Asked waiting = waiting();
    thread.execute(
        () ->
            waiting.answer.completeExceptionally(
                new NotAnsweredException("expected an answer within 30 s, but none came")));
    heard();
  }

  /** The faults reported so far, oldest first. */
  public synchronized List<List<String>> reports() {
    return List.copyOf(reports);
  }

  /** Whether the device tells these faults now, and no others; not before it has told any. */
  public synchronized boolean tells(String... faults) {
    return !reports.isEmpty() && reports.getLast().equals(List.of(faults));
  }

  public boolean opened() {
    return opened;
  }

  public boolean closed() {
    return closed;
  }

  /** A device asks on a thread of its own, which may be a moment behind what it shows. */
  private Asked waiting() {
    return Awaitility.await("a request that waits")
        .until(
            () -> asked().reversed().stream().filter(it -> !it.answer.isDone()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private <M extends Message> void deliver(Watch<M> watch, Message message) {
    byte[] bytes = Codec.encode(message);
    thread.execute(
        () -> {
          try {
            watch.consumer.accept(Codec.decode(watch.type, bytes));
          } catch (MalformedMessageException e) {
            malformed++;
          }
        });
  }

  @Override
  public void open() {
    opened = true;
  }

  @Override
  public synchronized CompletableFuture<HallAnswer.Reply> ask(String id, Act act) {
    var answer = new CompletableFuture<HallAnswer.Reply>();
    asked.add(new Asked(id, act, answer));
    return answer;
  }

  @Override
  public synchronized <M extends Message> void watch(
      String topic, Class<M> type, Consumer<M> consumer) {
    var watch = new Watch<>(topic, type, consumer);
    watches.add(watch);
    Message known = retained.get(topic);
    if (known != null) {
      deliver(watch, known);
    }
  }

  @Override
  public synchronized void watchReach(Consumer<Reach> consumer) {
    reachWatches.add(consumer);
    Reach present = reach;
    thread.execute(() -> consumer.accept(present));
  }

  @Override
  public synchronized void report(DeviceStatus.Paper paper, List<String> faults) {
    reports.add(List.copyOf(faults));
  }

  @Override
  public InstantSource hallClock() {
    return () -> now;
  }

  @Override
  public Instant lastHeard() {
    Instant silent = silentSince;
    return silent == null ? now : silent;
  }

  @Override
  public long malformed() {
    return malformed;
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the link's thread does not end");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
