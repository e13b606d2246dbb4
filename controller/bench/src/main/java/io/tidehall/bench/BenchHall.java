package io.tidehall.bench;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Request;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.broker.Principals;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.H2Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A whole controller, and beside it the parts of its floor: two plain clients on the same broker,
 * and a journal of their own on the same disk.
 */
final class BenchHall implements AutoCloseable {
  private static final String PLAIN = "plain-";
  private static final String ASK = "plain/ask";
  private static final String REPLY = "plain/reply";
  private static final long PATIENCE_SECONDS = 30;
  private static final long LOOK_NANOS = 5_000_000;

  private final Path folder;
  private final EmbeddedBroker broker;
  private final Controller controller;
  private final H2Journal floorJournal;
  private final RuleRun floorRules = new RuleRun();
  private final SynchronousQueue<Long> askedAt = new SynchronousQueue<>();
  private final SynchronousQueue<Long> repliedAt = new SynchronousQueue<>();
  private final PlainClient asking;
  private final PlainClient replying;
  private volatile boolean replies;

  BenchHall(Path folder) throws IOException {
    this.folder = folder;
    AtomicReference<DeviceRegistry> registry = new AtomicReference<>();
    broker =
        EmbeddedBroker.start(
            new EmbeddedBroker.Options(folder.resolve("broker"), "127.0.0.1", 0, null),
            new HallAndPlain(registry));
    controller =
        Controller.start(
            ControllerOptions.local(folder.resolve("data"), ReadyHalls.trial())
                .withBroker(broker.url()));
    registry.set(controller.registry());
    awaitLink();
    for (String window : RuleRun.WINDOWS) {
      must(RuleRun.clerk(window), RuleRun.signIn(window));
    }
    floorJournal = H2Journal.open(Files.createDirectories(folder.resolve("floor")));
    floorRules.keepIn(floorJournal);
    asking = new PlainClient(broker.url(), PLAIN + "1", REPLY, _ -> put(repliedAt));
    replying = new PlainClient(broker.url(), PLAIN + "2", ASK, this::asked);
  }

  Controller controller() {
    return controller;
  }

  /** A session of one of the hall's devices, opened when the watcher has been added. */
  DeviceSession device(String id, Consumer<DeviceSession> beforeOpening) throws IOException {
    var session =
        DeviceSessions.over(
            Credentials.read(controller.registry().credentialsFile(id)),
            "bench",
            Controller.VERSION,
            folder.resolve("spool-" + id));
    beforeOpening.accept(session);
    session.open();
    return session;
  }

  /** Has the hall do something, by the shortest way. */
  void must(Actor actor, Command command) {
    var answer =
        controller
            .writer()
            .submit(new Request(UUID.randomUUID().toString(), actor, command))
            .join();
    if (answer.decision() instanceof Decision.Refused no) {
      throw new IllegalStateException(command + " was refused: " + no.because());
    }
  }

  /** Nanoseconds of one message from a plain client to another. */
  long hop(byte[] payload) throws InterruptedException {
    replies = false;
    long began = System.nanoTime();
    asking.publish(ASK, payload);
    return taken(askedAt) - began;
  }

  /** Nanoseconds of a message there and one back. */
  long roundTrip(byte[] payload) throws InterruptedException {
    replies = true;
    long began = System.nanoTime();
    asking.publish(ASK, payload);
    return taken(repliedAt) - began;
  }

  /** Nanoseconds of one ticket's entry made durable. */
  long commit(int visitor) {
    var entry = java.util.List.of(floorRules.ticket(visitor));
    long began = System.nanoTime();
    floorJournal.append(entry);
    return System.nanoTime() - began;
  }

  @Override
  public void close() throws IOException {
    asking.close();
    replying.close();
    floorJournal.close();
    controller.close();
    broker.close();
  }

  /** Whoever asks before the controller listens has to ask again. */
  private void awaitLink() throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!controller.health().broker().ok()) {
      if (System.nanoTime() > until) {
        throw new IOException(
            "expected the controller to connect, but " + controller.health().broker().detail());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void asked(byte[] payload) {
    if (replies) {
      replying.publish(REPLY, payload);
    } else {
      put(askedAt);
    }
  }

  private static void put(SynchronousQueue<Long> queue) {
    try {
      queue.offer(System.nanoTime(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long taken(SynchronousQueue<Long> queue) throws InterruptedException {
    Long at = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (at == null) {
      throw new IllegalStateException("expected a plain message within 30 s, but none came");
    }
    return at;
  }

  /** The hall's own rights, and the plain clients beside them. */
  private record HallAndPlain(AtomicReference<DeviceRegistry> registry) implements Principals {
    @Override
    public boolean authenticate(String user, String secret) {
      DeviceRegistry hall = registry.get();
      return user.startsWith(PLAIN) || (hall != null && hall.authenticate(user, secret));
    }

    @Override
    public boolean mayPublish(String user, String topic) {
      DeviceRegistry hall = registry.get();
      return user.startsWith(PLAIN) || (hall != null && hall.mayPublish(user, topic));
    }

    @Override
    public boolean maySubscribe(String user, String filter) {
      DeviceRegistry hall = registry.get();
      return user.startsWith(PLAIN) || (hall != null && hall.maySubscribe(user, filter));
    }
  }
}
