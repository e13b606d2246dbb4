package io.tidehall.device.flow;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a flow that time passes: milliseconds of a steady clock, which no change of the hall's
 * clock can move. Countdowns go by it.
 */
public final class Ticker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ticker").factory());

  /** Ticks at once and then at this pace until closed. */
  public Ticker(Duration pace, LongConsumer tick) {
    this(pace, Ticker::steady, tick);
  }

  /** The same by another clock: one that stands still, or is driven by a test. */
  public Ticker(Duration pace, LongSupplier clock, LongConsumer tick) {
    var unused =
        thread.scheduleAtFixedRate(
            () -> once(clock, tick), 0, pace.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The steady clock, in milliseconds. */
  public static long steady() {
    return System.nanoTime() / 1_000_000;
  }

  private static void once(LongSupplier clock, LongConsumer tick) {
    try {
      tick.accept(clock.getAsLong());
    } catch (RuntimeException e) {
      // A periodic task that throws would never run again.
      log.error("A tick failed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
