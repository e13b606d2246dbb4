package io.tidehall.link;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.ClockState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device session over any {@link Link}. All of its state lives on the link's thread; a timer
 * only knocks there four times a second.
 */
public final class LinkDeviceSession implements DeviceSession {
  private static final Logger LOG = LoggerFactory.getLogger(LinkDeviceSession.class);
  private static final long TICK_MILLIS = 250;

  private final Link link;
  private final String device;
  private final String app;
  private final String version;
  private final Spool spool;
  private final LongSupplier nanos;
  private final Supplier<@Nullable Integer> thermometer;
  private final HallClock clock;
  private final PendingRequests pending;
  private final long startedNanos;
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicBoolean listensToAnswers = new AtomicBoolean();
  private final List<Consumer<Reach>> reachConsumers = new ArrayList<>();
  private final @Nullable ScheduledExecutorService ticker;
  private Reach reach = Reach.NO_BROKER;
  private boolean connected;
  private @Nullable Report lastReport;
  private @Nullable Instant controllerSince;

  private @Nullable Integer doubts;
  private DeviceStatus.@Nullable Roll roll;
  private long statusNanos;

  private record Report(DeviceStatus.Paper paper, List<String> faults) {
    static final Report NOTHING = new Report(DeviceStatus.Paper.NOT_APPLICABLE, List.of());
  }

  /**
   * A session, as yet unopened.
   *
   * @param spool folder of this device alone, where facts wait for their answer
   * @param time the device's own clock
   */
  public LinkDeviceSession(
      Link link, String device, String app, String version, Path spool, InstantSource time) {
    this(
        link,
        device,
        app,
        version,
        spool,
        time,
        System::nanoTime,
        Thermometer::degrees,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session-" + device).factory()));
  }

  /** For tests that drive time: without a ticker they call {@link #tickSoon} themselves. */
  LinkDeviceSession(
      Link link,
      String device,
      String app,
      String version,
      Path spool,
      InstantSource time,
      LongSupplier nanos,
      Supplier<@Nullable Integer> thermometer,
      @Nullable ScheduledExecutorService ticker) {
    this.link = link;
    this.device = device;
    this.app = app;
    this.version = version;
    this.spool = new Spool(spool);
    this.nanos = nanos;
    this.thermometer = thermometer;
    this.ticker = ticker;
    clock = new HallClock(time, nanos);
    pending = new PendingRequests(nanos);
    startedNanos = nanos.getAsLong();
    statusNanos = startedNanos;
  }

  /** The last will that a link of this device must carry. */
  public static Link.Will will(String device, String app, String version, Instant since) {
    return new Link.Will(Topics.presence(device), new Presence(false, app, version, since, null));
  }

  @Override
  public void open() {
    List<DeviceRequest> kept;
    try {
      kept = spool.load();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected to read what " + device + " has still to tell the hall, but the disk failed",
          e);
    }
    malformed.addAndGet(spool.malformed());
    if (!kept.isEmpty()) {
      listenToAnswers();
      long now = nanos.getAsLong();
      link.execute(() -> kept.forEach(fact -> pending.add(fact, new CompletableFuture<>(), now)));
    }
    watch(Topics.CLOCK, ClockState.class, this::clockTold);
    link.watch(this::connectionChanged);
    link.open();
    if (ticker != null) {
      var _ =
          ticker.scheduleAtFixedRate(
              this::tickSoon, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public CompletableFuture<HallAnswer.Reply> ask(String id, Act act) {
    listenToAnswers();
    var request = new DeviceRequest(id, clock.instant(), act);
    if (PendingRequests.isFact(request)) {
      try {
        spool.keep(request);
      } catch (IOException e) {
        // Better told without a safety net than not told.
        LOG.error("{} of {} is not on disk and would not survive a restart", act, device, e);
      }
    }
    var answer = new CompletableFuture<HallAnswer.Reply>();
    long askedAt = nanos.getAsLong();
    link.execute(
        () -> {
          pending.add(request, answer, askedAt);
          askDue();
        });
    return answer;
  }

  @Override
  public <M extends Message> void watch(String topic, Class<M> type, Consumer<M> consumer) {
    link.subscribe(
        topic,
        (from, payload) -> {
          if (payload.length == 0) {
            return; // A retained message was taken away: there is nothing to show.
          }
          M message;
          try {
            message = Codec.decode(type, payload);
          } catch (MalformedMessageException e) {
            malformed.incrementAndGet();
            LOG.warn(
                "{} dropped {} bytes from {}: {}", device, payload.length, from, e.getMessage());
            return;
          }
          consumer.accept(message);
        });
  }

  @Override
  public void watchReach(Consumer<Reach> consumer) {
    link.execute(
        () -> {
          reachConsumers.add(consumer);
          consumer.accept(reach);
        });
  }

  @Override
  public void report(DeviceStatus.Paper paper, List<String> faults) {
    var report = new Report(paper, List.copyOf(faults));
    link.execute(
        () -> {
          if (!report.equals(lastReport)) {
            lastReport = report;
            publishStatus();
          }
        });
  }

  @Override
  public void doubts(int jobs) {
    link.execute(
        () -> {
          if (!Integer.valueOf(jobs).equals(doubts)) {
            doubts = jobs;
            publishStatus();
          }
        });
  }

  @Override
  public void roll(DeviceStatus.@Nullable Roll now) {
    link.execute(
        () -> {
          if (!Objects.equals(now, roll)) {
            roll = now;
            publishStatus();
          }
        });
  }

  @Override
  public void onRefusal(Runnable refused) {
    link.onRefusal(refused);
  }

  @Override
  public InstantSource hallClock() {
    return clock;
  }

  @Override
  public Instant lastHeard() {
    return clock.lastHeard();
  }

  @Override
  public long malformed() {
    return malformed.get();
  }

  @Override
  public void close() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
    link.close();
  }

  /** As the ticker does. */
  void tickSoon() {
    link.execute(this::tick);
  }

  /** Looks at the time: asks again what is due, gives up what is too old, judges the silence. */
  private void tick() {
    pending.expire(
        late ->
            late.answer.completeExceptionally(
                new NotAnsweredException(
                    "expected the hall to answer %s within %s, but it did not"
                        .formatted(
                            late.request.act().getClass().getSimpleName(),
                            late.request.act().goodFor()))));
    askDue();
    beat();
    judgeReach();
  }

  /** The heartbeat: a status now and then although nothing has changed. */
  private void beat() {
    if (connected && nanos.getAsLong() - statusNanos >= DeviceStatus.HEARTBEAT.toNanos()) {
      publishStatus();
    }
  }

  private void connectionChanged(boolean now) {
    connected = now;
    if (now) {
      clock.reconnected();
      publishPresence();
      if (lastReport != null) {
        publishStatus();
      }
      pending.allDue();
      askDue();
    }
    judgeReach();
  }

  private void clockTold(ClockState state) {
    boolean wasSilent = clock.silent();
    clock.told(state);
    answerRollCall(state);
    if (wasSilent && !clock.silent()) {
      pending.allDue();
      askDue();
    }
    judgeReach();
  }

  private void answered(HallAnswer answer) {
    PendingRequests.Pending asked = pending.answered(answer.request());
    if (asked == null) {
      LOG.debug("{} got the answer to {} again, or too late", device, answer.request());
      return;
    }
    clock.heardSomething();
    if (asked.fact) {
      try {
        spool.forget(answer.request());
      } catch (IOException e) {
        LOG.warn("{} will tell {} once more after a restart", device, answer.request(), e);
      }
    }
    asked.answer.complete(answer.reply());
    judgeReach();
  }

  private void askDue() {
    // Nothing goes to the link's own outbox: a wish must not be sent when it is too old.
    if (connected) {
      pending.due(request -> link.publish(Topics.request(device), Codec.encode(request)));
    }
  }

  private void judgeReach() {
    Reach now = !connected ? Reach.NO_BROKER : clock.silent() ? Reach.NO_CONTROLLER : Reach.ONLINE;
    if (now != reach) {
      reach = now;
      reachConsumers.forEach(consumer -> link.execute(() -> consumer.accept(now)));
    }
  }

  /** A controller that has just come to the broker wants to know who is there. */
  private void answerRollCall(ClockState state) {
    Instant since = state.since();
    if (since != null && !since.equals(controllerSince)) {
      controllerSince = since;
      publishPresence();
    }
  }

  private void publishPresence() {
    Instant since = clock.instant().minus(uptime());
    link.publishState(
        Topics.presence(device),
        Codec.encode(new Presence(true, app, version, since, controllerSince)));
  }

  private void publishStatus() {
    Report report = lastReport == null ? Report.NOTHING : lastReport;
    statusNanos = nanos.getAsLong();
    link.publishState(
        Topics.status(device),
        Codec.encode(
            new DeviceStatus(
                clock.instant(),
                uptime().toSeconds(),
                report.paper,
                report.faults,
                thermometer.get(),
                doubts,
                roll)));
  }

  private Duration uptime() {
    return Duration.ofNanos(nanos.getAsLong() - startedNanos);
  }

  /** Only devices that ask may listen to answers; a board would be refused. */
  private void listenToAnswers() {
    if (listensToAnswers.compareAndSet(false, true)) {
      watch(Topics.answer(device), HallAnswer.class, this::answered);
    }
  }
}
