package io.tidehall.server.forecast;

import io.tidehall.hall.Command;
import io.tidehall.hall.Entry;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.readmodel.Histories;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.readmodel.ServiceLog;
import io.tidehall.server.view.ClockGuard;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.writer.Announcer;
import io.tidehall.simulator.forecast.Calibration;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
  private static final Duration PREVIEW_WAIT = Duration.ofSeconds(2);
  private static final Duration RELEARN = Duration.ofMinutes(10);
  private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int REST = 3;
  private static final int QUIET_SECONDS = 10;
  private static final int STOP_SECONDS = 10;

  private final ReadModel model;
  private final InstantSource clock;
  private final ClockGuard guard;
  private final @Nullable Path scenario;
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
  private volatile Consumer<Command> rules = _ -> {};
  private final AtomicLong made = new AtomicLong();
  private volatile long notBefore = System.nanoTime();
  private volatile @Nullable Learned learned;

  /** The day for which the rules were told what the days before it have taught. */
  private LocalDate taught = LocalDate.EPOCH;

  /** One preview at a time: they may not take the cores that the hall needs. */
  private final Semaphore supposing = new Semaphore(1);

  public HallForecasts(ReadModel model, InstantSource clock) {
    this(model, clock, null);
  }

  /**
   * Makes the forecasts of a hall.
   *
   * @param scenario where the hall's usual day is kept for the simulator, or null
   */
  public HallForecasts(ReadModel model, InstantSource clock, @Nullable Path scenario) {
    this.model = model;
    this.scenario = scenario;
    this.clock = clock;
    this.guard = new ClockGuard(clock);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** What was learned, and when. */
  private record Learned(LocalDate day, Instant at, Forecasting forecasting) {}

  /**
   * Starts with how the hall stands.
   *
   * @param tell takes what the rules are to be told of the forecasts
   */
  public void start(HallState state, Consumer<Command> tell) {
    newest = state;
    rules = tell;
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
  public Optional<Promise.Minutes> ofNew(LineId line, boolean green) {
    HallForecast now = fresh();
    return now.learned() ? now.promise(line, green).map(Promise::held) : Optional.empty();
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

  @Override
  public Optional<Effect> effect(HallState before, HallState after) {
    Learned known = learned;
    if (known == null || !known.forecasting().learned()) {
      return Optional.empty();
    }
    try {
      if (!supposing.tryAcquire(PREVIEW_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Supposing(known.forecasting().beside(), before, after, clock.instant()).effect());
      } finally {
        supposing.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** How many forecasts of the hall were made since the start. */
  public long made() {
    return made.get();
  }

  /** The newest forecast while it is good. */
  private HallForecast fresh() {
    HallForecast now = forecast;
    return good(now) ? now : HallForecast.NONE;
  }

  private boolean good(HallForecast made) {
    // One made later than now is of a clock that has been put back since.
    return Duration.between(made.at(), clock.instant()).abs().compareTo(GOOD_FOR) <= 0;
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
    // Only now, so that what changed meanwhile waits for its turn too.
    due.set(false);
    HallState now = newest;
    if (state != null && now != null && now.seq() != state.seq()) {
      later();
    }
  }

  /** Forecasts a hall now. */
  void refresh(HallState state) {
    if (guard.wrong(state)) {
      // Nothing is foretold or learned by a clock that is wrong.
      forecast = HallForecast.NONE;
      return;
    }
    Instant now = clock.instant();
    LocalDate day = state.plan().dayAt(now);
    Learned known = learned;
    boolean teaches = !day.equals(taught) && recorded(state, day);
    if (known == null
        || teaches
        || !known.day().equals(day)
        || known.at().plus(RELEARN).isBefore(now)) {
      History history =
          Histories.read(model, day, Calibration.DAYS, ZoneId.of(state.plan().zone()));
      known = new Learned(day, now, new Forecasting(history));
      learned = known;
      if (teaches) {
        taught = day;
        Speeds.learned(state, ServiceLog.read(model, day, Calibration.DAYS)).ifPresent(rules);
        HallScenario.usualDay(state, history, day).ifPresent(this::keep);
      }
    }
    HallForecast next = known.forecasting().forecast(state, now);
    worse = Worsening.after(worse, state, next, now);
    forecast = next;
    made.incrementAndGet();
    if (next.learned()) {
      TideEstimates.of(known.forecasting(), state, now).forEach(rules);
    }
  }

  /** Whether the log has all that was before a day; at a start it may still be behind. */
  private boolean recorded(HallState state, LocalDate day) {
    ReadModel.Progress progress = model.progress();
    return progress.seq() >= state.seq() || progress.day().equals(day);
  }

  /** The hall as {@code scripts/simulate} reads it, in place of the last day's. */
  private void keep(Scenario usual) {
    if (scenario == null) {
      return;
    }
    try {
      Path next = Path.of(scenario + ".next");
      Files.writeString(next, ScenarioWriter.write(usual));
      Files.move(next, scenario, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("the hall could not be written for the simulator", e);
    }
  }
}
