package io.tidehall.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, topic by topic in order, one message of a topic on its way at a time: brokers
 * that take several at once may deliver them in another order (Artemis does, issue ARTEMIS-6191).
 * An entry leaves when the broker has acknowledged it; when the connection is lost before that, it
 * goes back to its place. Of a retained topic only the newest entry waits. Not for use by several
 * threads.
 */
final class Outbox {
  /** Messages kept while there is no connection; beyond it the oldest of a topic go, counted. */
  static final int CAPACITY = 20_000;

  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final SequencedSet<String> ready = new LinkedHashSet<>();
  private int waiting;
  private int inFlight;
  private long dropped;

  /** One message. Two of the same content are still two. */
  static final class Entry {
    final String topic;
    final byte[] payload;
    final boolean retained;

    Entry(String topic, byte[] payload, boolean retained) {
      this.topic = topic;
      this.payload = payload;
      this.retained = retained;
    }
  }

  private static final class Lane {
    final Deque<Entry> waiting = new ArrayDeque<>();
    @Nullable Entry sent;
  }

  void add(Entry entry) {
    Lane lane = lanes.computeIfAbsent(entry.topic, _ -> new Lane());
    if (entry.retained && lane.waiting.removeIf(older -> older.retained)) {
      waiting--;
    }
    lane.waiting.addLast(entry);
    waiting++;
    if (waiting > CAPACITY) {
      lane.waiting.removeFirst();
      waiting--;
      dropped++;
    }
    markReady(entry.topic, lane);
  }

  /** The next to send, from now on in flight, or null. */
  @Nullable Entry next() {
    if (ready.isEmpty()) {
      return null;
    }
    Lane lane = lanes.get(ready.removeFirst());
    Entry entry = lane == null ? null : lane.waiting.pollFirst();
    if (lane != null && entry != null) {
      lane.sent = entry;
      waiting--;
      inFlight++;
    }
    return entry;
  }

  void acknowledged(Entry entry) {
    Lane lane = lanes.get(entry.topic);
    if (lane != null && lane.sent == entry) {
      lane.sent = null;
      inFlight--;
      if (lane.waiting.isEmpty()) {
        lanes.remove(entry.topic);
      } else {
        markReady(entry.topic, lane);
      }
    }
  }

  /** It could not be handed over after all: it is the next of its topic again. */
  void putBack(Entry entry) {
    Lane lane = lanes.get(entry.topic);
    if (lane != null && lane.sent == entry) {
      putBack(lane, entry);
    }
  }

  /** What was in flight may or may not have arrived: it is sent again, before all others. */
  void connectionLost() {
    for (Lane lane : lanes.values()) {
      Entry entry = lane.sent;
      if (entry != null) {
        putBack(lane, entry);
      }
    }
  }

  int inFlight() {
    return inFlight;
  }

  boolean isEmpty() {
    return waiting == 0 && inFlight == 0;
  }

  /** Entries lost because more than {@link #CAPACITY} waited. */
  long dropped() {
    return dropped;
  }

  private void putBack(Lane lane, Entry entry) {
    lane.sent = null;
    inFlight--;
    if (!entry.retained || lane.waiting.stream().noneMatch(newer -> newer.retained)) {
      lane.waiting.addFirst(entry);
      waiting++;
    }
    markReady(entry.topic, lane);
  }

  private void markReady(String topic, Lane lane) {
    if (lane.sent == null && !lane.waiting.isEmpty()) {
      ready.add(topic);
    }
  }
}
