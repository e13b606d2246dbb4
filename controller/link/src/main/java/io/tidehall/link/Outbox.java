package io.tidehall.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, in order. An entry leaves when the broker has acknowledged it; when the
 * connection is lost before that, it goes back to its place. Of a retained topic only the newest
 * entry waits. Not for use by several threads.
 */
final class Outbox {
  /** Acts kept while there is no connection; beyond it the oldest go, and are counted. */
  static final int CAPACITY = 20_000;

  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final SequencedSet<Entry> inFlight = new LinkedHashSet<>();
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

    boolean supersedes(Entry other) {
      return retained && other.retained && topic.equals(other.topic);
    }
  }

  void add(Entry entry) {
    waiting.removeIf(entry::supersedes);
    waiting.addLast(entry);
    if (waiting.size() > CAPACITY) {
      waiting.removeFirst();
      dropped++;
    }
  }

  /** The next to send, from now on in flight, or null. */
  @Nullable Entry next() {
    Entry entry = waiting.pollFirst();
    if (entry != null) {
      inFlight.add(entry);
    }
    return entry;
  }

  void acknowledged(Entry entry) {
    inFlight.remove(entry);
  }

  /** It could not be handed over after all: it is the next again. */
  void putBack(Entry entry) {
    inFlight.remove(entry);
    waiting.addFirst(entry);
  }

  /** What was in flight may or may not have arrived: it is sent again, before all others. */
  void connectionLost() {
    for (Entry entry : new ArrayList<>(inFlight.reversed())) {
      if (waiting.stream().noneMatch(later -> later.supersedes(entry))) {
        waiting.addFirst(entry);
      }
    }
    inFlight.clear();
  }

  int inFlight() {
    return inFlight.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty() && inFlight.isEmpty();
  }

  /** Entries lost because more than {@link #CAPACITY} waited. */
  long dropped() {
    return dropped;
  }
}
