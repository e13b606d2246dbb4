package io.tidehall.link;

import io.tidehall.protocol.Codec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link by MQTT 5. Two threads of its own: one connects and sends, the other runs receivers, so
 * that a slow receiver holds up no publication; Paho's threads only hand over.
 */
public final class PahoLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(PahoLink.class);
  private static final int WINDOW = 16;
  private static final long FIRST_DELAY_MILLIS = 200;
  private static final long LONGEST_DELAY_MILLIS = 5_000;
  private static final long CONNECT_PATIENCE_MILLIS = 10_000;
  private static final long LEAVE_MILLIS = 2_000;
  private static final long SUBSCRIBE_AGAIN_MILLIS = 1_000;

  private final Credentials credentials;
  private final @Nullable Will will;
  private final Listeners listeners;
  private final ScheduledExecutorService sender;
  private final CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();

  // Touched by the sender's thread alone:
  private final Outbox outbox = new Outbox();
  private @Nullable PahoConnection connection;
  private long delay = FIRST_DELAY_MILLIS;
  private boolean opened;
  private boolean leaving;

  private final List<Runnable> refusals = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean connected;
  private volatile @Nullable String lastProblem;

  /**
   * A link of the device that the credentials name.
   *
   * @param will what the broker publishes when the device is gone without a word, or null
   */
  public PahoLink(Credentials credentials, @Nullable Will will) {
    this.credentials = credentials;
    this.will = will;
    listeners = new Listeners(credentials.device());
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("link-" + credentials.device() + "-send").factory());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    sender = executor;
  }

  @Override
  public void open() {
    send(
        () -> {
          if (!opened) {
            opened = true;
            connect();
          }
        });
  }

  @Override
  public void publish(String topic, byte[] payload) {
    enqueue(new Outbox.Entry(topic, checked(topic, payload), false));
  }

  @Override
  public void publishState(String topic, byte[] payload) {
    enqueue(new Outbox.Entry(topic, checked(topic, payload), true));
  }

  @Override
  public void subscribe(String filter, Receiver receiver) {
    send(
        () -> {
          listeners.subscribe(filter, receiver);
          PahoConnection now = connection;
          if (connected && now != null) {
            subscribe(now, List.of(filter));
            subscribeAgain(now, List.of(filter));
          }
        });
  }

  /**
   * A state published at the very moment of a subscription can pass unseen, or be followed by the
   * one it replaced: Artemis looks at retained and at live messages one after the other. A second
   * subscription brings the state once more.
   */
  private void subscribeAgain(PahoConnection now, List<String> filters) {
    later(
        () -> {
          if (now == connection && !leaving) {
            subscribe(now, filters);
          }
        },
        SUBSCRIBE_AGAIN_MILLIS);
  }

  private static void subscribe(PahoConnection now, List<String> filters) {
    try {
      now.subscribe(filters);
    } catch (MqttException e) {
      // Lost meanwhile: the next connection subscribes to everything.
      LOG.debug("Subscribing is put off", e);
    }
  }

  @Override
  public void onRefusal(Runnable refused) {
    refusals.add(refused);
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
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    send(
        () -> {
          if (connected && will != null) {
            outbox.add(new Outbox.Entry(will.topic(), Codec.encode(will.message()), true));
          }
          leaving = true;
          pump();
          if (!connected || outbox.isEmpty()) {
            drained.complete(null);
          }
        });
    await(drained, LEAVE_MILLIS);
    var left = new CompletableFuture<@Nullable Void>();
    send(
        () -> {
          PahoConnection last = connection;
          connection = null;
          connected = false;
          if (last != null) {
            last.leave(LEAVE_MILLIS / 2);
          }
          left.complete(null);
        });
    await(left, LEAVE_MILLIS);
    sender.shutdown();
    listeners.connected(false);
    listeners.close();
  }

  private static byte[] checked(String topic, byte[] payload) {
    if (payload.length > Codec.MAX_HALL_MESSAGE) {
      throw new IllegalArgumentException(
          "expected at most %d bytes for %s, got %d"
              .formatted(Codec.MAX_HALL_MESSAGE, topic, payload.length));
    }
    return payload.clone();
  }

  private void enqueue(Outbox.Entry entry) {
    send(
        () -> {
          long before = outbox.dropped();
          outbox.add(entry);
          if (outbox.dropped() > before) {
            LOG.warn(
                "More than {} messages wait for {}: the oldest is lost ({} so far)",
                Outbox.CAPACITY,
                credentials.broker(),
                outbox.dropped());
          }
          pump();
        });
  }

  private void pump() {
    while (connected && outbox.inFlight() < WINDOW) {
      Outbox.Entry entry = outbox.next();
      PahoConnection now = connection;
      if (entry == null) {
        return;
      }
      try {
        if (now == null) {
          throw new IllegalStateException("connected without a connection");
        }
        now.publish(entry);
      } catch (MqttException e) {
        // Not connected any more, or the broker's own window is full: either way it is next again.
        LOG.debug("Sending is put off", e);
        outbox.putBack(entry);
        later(this::pump, 50);
        return;
      }
    }
  }

  private void connect() {
    if (leaving || connection != null) {
      return;
    }
    var attempt = new Attempt();
    try {
      PahoConnection next = new PahoConnection(credentials, attempt);
      attempt.connection = next;
      connection = next;
      next.connect(will);
      later(() -> attempt.expire(), CONNECT_PATIENCE_MILLIS);
    } catch (MqttException | IOException | IllegalArgumentException e) {
      failed(e);
    }
  }

  private void failed(@Nullable Throwable why) {
    PahoConnection last = connection;
    connection = null;
    boolean was = connected;
    connected = false;
    String problem = PahoProblem.words(credentials, why);
    if (!problem.equals(lastProblem)) {
      LOG.info("{}: {}", credentials.device(), problem);
    }
    lastProblem = problem;
    if (last != null) {
      last.abandon();
    }
    outbox.connectionLost();
    if (was) {
      listeners.connected(false);
    }
    if (PahoProblem.isUnknown(why)) {
      refusals.forEach(listeners::execute);
    }
    if (leaving) {
      drained.complete(null);
      return;
    }
    long jittered = delay - ThreadLocalRandom.current().nextLong(delay / 4 + 1);
    delay = Math.min(delay * 2, LONGEST_DELAY_MILLIS);
    later(this::connect, jittered);
  }

  /** Brings what Paho's threads tell to the sender's thread, if it is still about this try. */
  private final class Attempt implements PahoConnection.Fate {
    @Nullable PahoConnection connection;
    private List<String> asked = List.of();

    @Override
    public void connected() {
      ifCurrent(
          () -> {
            PahoConnection now = connection;
            var filters = listeners.filters();
            asked = filters;
            if (filters.isEmpty() || now == null) {
              ready();
              return;
            }
            try {
              now.subscribe(filters);
              subscribeAgain(now, filters);
            } catch (MqttException e) {
              failed(e);
            }
          });
    }

    @Override
    public void subscribed() {
      ifCurrent(this::ready);
    }

    private void ready() {
      if (!connected) {
        connected = true;
        lastProblem = null;
        delay = FIRST_DELAY_MILLIS;
        listeners.connected(true);
        LOG.debug("{} is connected to {}", credentials.device(), credentials.broker());
        subscribeRest();
        pump();
      }
    }

    /** What was subscribed to while the broker was still answering the first subscription. */
    private void subscribeRest() {
      PahoConnection now = connection;
      var rest = listeners.filters().stream().filter(it -> !asked.contains(it)).toList();
      if (now != null && !rest.isEmpty()) {
        subscribe(now, rest);
        subscribeAgain(now, rest);
      }
    }

    @Override
    public void arrived(String topic, byte[] payload) {
      listeners.arrived(topic, payload);
    }

    @Override
    public void acknowledged(Outbox.Entry entry) {
      ifCurrent(
          () -> {
            outbox.acknowledged(entry);
            pump();
            if (leaving && outbox.isEmpty()) {
              drained.complete(null);
            }
          });
    }

    @Override
    public void lost(@Nullable Throwable why) {
      ifCurrent(() -> failed(why));
    }

    void expire() {
      ifCurrent(
          () -> {
            if (!connected) {
              failed(new java.net.SocketTimeoutException("no answer to the connect packet"));
            }
          });
    }

    private void ifCurrent(Runnable task) {
      send(
          () -> {
            if (connection != null && connection == PahoLink.this.connection) {
              task.run();
            }
          });
    }
  }

  private void send(Runnable task) {
    later(task, 0);
  }

  private void later(Runnable task, long millis) {
    try {
      var _ =
          sender.schedule(
              () -> {
                try {
                  task.run();
                } catch (RuntimeException e) {
                  LOG.error("The link met a bug; it goes on", e);
                }
              },
              millis,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      LOG.debug("Work for a closed link was dropped");
    }
  }

  private static void await(CompletableFuture<@Nullable Void> event, long millis) {
    try {
      event.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("Leaving without waiting longer", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
