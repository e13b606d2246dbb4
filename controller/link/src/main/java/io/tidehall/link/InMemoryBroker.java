package io.tidehall.link;

import io.tidehall.protocol.Codec;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A broker for tests and demonstrations that behaves as a real one: retained messages, wildcards,
 * last wills, sessions that keep what comes while their client is away. It can also be made to
 * fail: stopped, forgetful, repeating everything.
 */
public final class InMemoryBroker {
  private final Map<String, byte[]> retained = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Set<InMemoryLink> open = ConcurrentHashMap.newKeySet();
  private final BiPredicate<String, String> gate;
  private boolean up = true;
  private boolean repeating;

  /** Lets everybody in. */
  public InMemoryBroker() {
    this((_, _) -> true);
  }

  /** Lets in whose device id and secret pass the gate. */
  public InMemoryBroker(BiPredicate<String, String> gate) {
    this.gate = gate;
  }

  private static final class Session {
    final Set<String> filters = new LinkedHashSet<>();
    final Queue<Parcel> kept = new ArrayDeque<>();
    @Nullable InMemoryLink link;
  }

  private static final class Parcel {
    final String topic;
    final byte[] payload;

    Parcel(String topic, byte[] payload) {
      this.topic = topic;
      this.payload = payload;
    }
  }

  /** A link of a device without a last will. */
  public InMemoryLink link(String device) {
    return link(device, "", null);
  }

  /** A link of a device, as yet unopened. */
  public InMemoryLink link(String device, String secret, Link.@Nullable Will will) {
    return new InMemoryLink(this, device, secret, will);
  }

  /** All connections end, without wills, and none is accepted until {@link #start}. */
  public synchronized void stop() {
    up = false;
    for (Session session : sessions.values()) {
      InMemoryLink link = session.link;
      session.link = null;
      if (link != null) {
        link.lost("the broker is stopped");
      }
    }
  }

  /** Accepts connections again; the open links are back at once. */
  public void start() {
    synchronized (this) {
      up = true;
    }
    open.forEach(InMemoryLink::tryConnect);
  }

  /** Loses retained messages and sessions, as a broker does whose disk was changed. */
  public synchronized void forget() {
    retained.clear();
    sessions.values().forEach(session -> session.kept.clear());
  }

  /** From now on each message is delivered twice, or once again. */
  public synchronized void repeating(boolean twice) {
    repeating = twice;
  }

  /** The retained message of a topic, or null. */
  public synchronized byte @Nullable [] retained(String topic) {
    byte[] payload = retained.get(topic);
    return payload == null ? null : payload.clone();
  }

  void opened(InMemoryLink link) {
    open.add(link);
  }

  void closed(InMemoryLink link) {
    open.remove(link);
  }

  /** Connects, or says why not. */
  synchronized @Nullable String connect(InMemoryLink link, Iterable<String> filters) {
    if (!up) {
      return "no broker answers in memory: it is stopped";
    }
    if (!gate.test(link.device(), link.secret())) {
      return "the broker refused "
          + link.device()
          + ": unknown device or wrong secret; get a new credentials file from the controller";
    }
    Session session = sessions.computeIfAbsent(link.device(), _ -> new Session());
    if (session.link != null && session.link != link) {
      InMemoryLink older = session.link;
      session.link = null;
      publishWill(older);
      older.lost("another client took over the id " + link.device());
    }
    session.link = link;
    link.attached();
    filters.forEach(filter -> subscribe(link, filter));
    for (Parcel parcel = session.kept.poll(); parcel != null; parcel = session.kept.poll()) {
      link.deliver(parcel.topic, parcel.payload.clone());
    }
    return null;
  }

  synchronized void subscribe(InMemoryLink link, String filter) {
    Session session = sessions.get(link.device());
    if (session == null || session.link != link) {
      return;
    }
    session.filters.add(filter);
    retained.forEach(
        (topic, payload) -> {
          if (TopicFilter.matches(filter, topic)) {
            link.deliver(topic, payload.clone());
          }
        });
  }

  /** Takes a message, or refuses because this link is not connected. */
  synchronized boolean publish(InMemoryLink link, String topic, byte[] payload, boolean retain) {
    Session session = sessions.get(link.device());
    if (!up || session == null || session.link != link) {
      return false;
    }
    spread(topic, payload, retain);
    return true;
  }

  /** The connection ends; an abrupt end publishes the last will. */
  synchronized void disconnect(InMemoryLink link, boolean abrupt) {
    Session session = sessions.get(link.device());
    if (session == null || session.link != link) {
      return;
    }
    session.link = null;
    if (abrupt) {
      publishWill(link);
    }
  }

  private void publishWill(InMemoryLink link) {
    Link.Will will = link.will();
    if (will != null) {
      spread(will.topic(), Codec.encode(will.message()), true);
    }
  }

  private void spread(String topic, byte[] payload, boolean retain) {
    byte[] copy = payload.clone();
    if (retain && copy.length == 0) {
      retained.remove(topic);
    } else if (retain) {
      retained.put(topic, copy);
    }
    for (Session session : sessions.values()) {
      if (session.filters.stream().noneMatch(filter -> TopicFilter.matches(filter, topic))) {
        continue;
      }
      for (int i = 0; i < (repeating ? 2 : 1); i++) {
        InMemoryLink link = session.link;
        if (link == null) {
          session.kept.add(new Parcel(topic, copy));
        } else {
          link.deliver(topic, copy.clone());
        }
      }
    }
  }
}
