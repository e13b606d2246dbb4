package io.tidehall.server.forecast;

import io.tidehall.hall.Entry;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.readmodel.Histories;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.writer.Announcer;
import io.tidehall.simulator.forecast.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest forecast of the hall, on one thread of its own that nobody waits for: after a
 * change, at most once a second and for at most a quarter of the time, and every ten seconds in a
 * quiet hall. What the log teaches is read again every ten minutes.
 */
public final class HallForecasts implements Announcer, Outlooks, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallForecasts.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(60);
  private static final Duration RELEARN = Duration.ofMinutes(10);
  private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int REST = 3;
  private static final int QUIET_SECONDS = 10;
  private static final int STOP_SECONDS = 10;

  private final ReadModel model;
  private final InstantSource clock;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform()
              .name("hall-forecast")
              .daemon()
              .priority(Thread.MIN_PRIORITY)
              .factory());
  private volatile @Nullable HallState newest;
  private volatile HallForecast forecast = HallForecast.NONE;
  private volatile Set<TicketId> worse = Set.of();
  private volatile long notBefore = System.nanoTime();
  private @Nullable Learned learned;

  public HallForecasts(ReadModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** What was learned, and when. */
  private record Learned(LocalDate day, Instant at, Forecasting forecasting) {}

  /** Starts with how the hall stands. */
  public void start(HallState state) {
    newest = state;
    var _ =
        thread.scheduleWithFixedDelay(this::later, QUIET_SECONDS, QUIET_SECONDS, TimeUnit.SECONDS);
    later();
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    newest = state;
    later();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a forecast was still running at the stop");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Promise> promise(LineId line, boolean green) {
    return fresh().promise(line, green);
  }

  @Override
  public Optional<Promise.Minutes> ofNew(LineId line) {
    HallForecast now = fresh();
    return now.learned() ? now.promise(line, false).map(Promise::held) : Optional.empty();
  }

  @Override
  public Optional<Promise.Minutes> left(TicketId ticket) {
    HallForecast now = fresh();
    return now.learned() ? Optional.ofNullable(now.left().get(ticket)) : Optional.empty();
  }

  @Override
  public boolean worse(TicketId ticket) {
    return worse.contains(ticket) && good(forecast);
  }

  /** The newest forecast while it is good. */
  private HallForecast fresh() {
    HallForecast now = forecast;
    return good(now) ? now : HallForecast.NONE;
  }

  private boolean good(HallForecast made) {
    return Duration.between(made.at(), clock.instant()).compareTo(GOOD_FOR) <= 0;
  }

  private void later() {
    if (due.compareAndSet(false, true)) {
      try {
        long wait = Math.max(0, notBefore - System.nanoTime());
        var _ = thread.schedule(this::forecast, wait, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException _) {
        // stopping
      }
    }
  }

  private void forecast() {
    due.set(false);
    long began = System.nanoTime();
    HallState state = newest;
    if (state != null) {
      try {
        refresh(state);
      } catch (RuntimeException e) {
        LOG.error("the waits could not be forecast; the rough estimate is shown", e);
      }
    }
    long ended = System.nanoTime();
    notBefore = ended + Math.max(GAP_NANOS, REST * (ended - began));
  }

  /** Forecasts a hall now. */
  void refresh(HallState state) {
    Instant now = clock.instant();
    LocalDate day = state.plan().dayAt(now);
    Learned known = learned;
    if (known == null || !known.day().equals(day) || known.at().plus(RELEARN).isBefore(now)) {
      History history =
          Histories.read(model, day, Calibration.DAYS, ZoneId.of(state.plan().zone()));
      known = new Learned(day, now, new Forecasting(history));
      learned = known;
    }
    HallForecast made = known.forecasting().forecast(state, now);
    worse = Worsening.after(worse, state, made, now);
    forecast = made;
  }
}
