package io.tidehall.link;

import io.tidehall.protocol.Codec;
import org.jspecify.annotations.Nullable;

/**
 * A link to an {@link InMemoryBroker}: same promises as the real one, no network. {@link #cut} and
 * {@link #mend} are the network cable.
 */
public final class InMemoryLink implements Link {
  private final InMemoryBroker broker;
  private final String device;
  private final String secret;
  private final @Nullable Will will;
  private final Listeners listeners;
  private final Outbox outbox = new Outbox();
  private final Object sending = new Object();
  private boolean open;
  private boolean cut;
  private volatile boolean connected;
  private volatile @Nullable String lastProblem;

  InMemoryLink(InMemoryBroker broker, String device, String secret, @Nullable Will will) {
    this.broker = broker;
    this.device = device;
    this.secret = secret;
    this.will = will;
    listeners = new Listeners(device);
  }

  @Override
  public void open() {
    synchronized (sending) {
      open = true;
    }
    broker.opened(this);
    tryConnect();
  }

  /** Pulls the cable: the broker publishes the last will, and nothing passes until mended. */
  public void cut() {
    synchronized (sending) {
      cut = true;
      broker.disconnect(this, true);
      lost("the network is cut");
    }
  }

  /** Puts the cable back: connected again at once if the broker runs. */
  public void mend() {
    synchronized (sending) {
      cut = false;
    }
    tryConnect();
  }

  void tryConnect() {
    synchronized (sending) {
      if (!open || cut || connected) {
        return;
      }
      lastProblem = broker.connect(this, listeners.filters());
      pump();
    }
  }

  @Override
  public void publish(String topic, byte[] payload) {
    send(new Outbox.Entry(topic, payload.clone(), false));
  }

  @Override
  public void publishState(String topic, byte[] payload) {
    send(new Outbox.Entry(topic, payload.clone(), true));
  }

  private void send(Outbox.Entry entry) {
    synchronized (sending) {
      outbox.add(entry);
      pump();
    }
  }

  private void pump() {
    while (connected) {
      Outbox.Entry entry = outbox.next();
      if (entry == null) {
        return;
      }
      if (broker.publish(this, entry.topic, entry.payload, entry.retained)) {
        outbox.acknowledged(entry);
      } else {
        outbox.putBack(entry);
        return;
      }
    }
  }

  @Override
  public void subscribe(String filter, Receiver receiver) {
    synchronized (sending) {
      listeners.subscribe(filter, receiver);
      if (connected) {
        broker.subscribe(this, filter);
      }
    }
  }

  @Override
  public void watch(Watcher watcher) {
    listeners.watch(watcher);
  }

  @Override
  public void execute(Runnable task) {
    listeners.execute(task);
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public @Nullable String lastProblem() {
    return lastProblem;
  }

  @Override
  public void close() {
    synchronized (sending) {
      if (open && will != null && connected) {
        publishState(will.topic(), Codec.encode(will.message()));
      }
      open = false;
      connected = false;
      broker.disconnect(this, false);
    }
    broker.closed(this);
    listeners.connected(false);
    listeners.close();
  }

  String device() {
    return device;
  }

  String secret() {
    return secret;
  }

  @Nullable Will will() {
    return will;
  }

  /** Called under the broker's lock: must not wait for this link's own. */
  void deliver(String topic, byte[] payload) {
    listeners.arrived(topic, payload);
  }

  void attached() {
    connected = true;
    listeners.connected(true);
  }

  void lost(String problem) {
    connected = false;
    lastProblem = problem;
    listeners.connected(false);
  }
}
