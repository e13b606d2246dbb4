package io.tidehall.display;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells a screen the hall's time, often enough that clock and emphasis change on time. */
public final class Ticker implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(200);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ticker").factory());

  public Ticker(InstantSource clock, Consumer<Instant> consumer) {
    var unused =
        timer.scheduleAtFixedRate(
            () -> consumer.accept(clock.instant()), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
