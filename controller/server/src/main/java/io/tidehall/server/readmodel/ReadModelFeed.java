package io.tidehall.server.readmodel;

import io.tidehall.hall.Entry;
import io.tidehall.hall.HallState;
import io.tidehall.server.writer.Announcer;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the read model close behind the journal, on a thread of its own: what comes within a second
 * is written together. The writer never waits for it.
 */
public final class ReadModelFeed implements Announcer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadModelFeed.class);
  private static final int GATHER_MILLIS = 700;
  private static final int STOP_SECONDS = 10;

  private final Projector projector;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("read-model").factory());

  public ReadModelFeed(Projector projector) {
    this.projector = projector;
  }

  /** Catches up with what the journal got while nobody looked. */
  public void start() {
    later(0);
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    later(GATHER_MILLIS);
  }

  /** Writes what is there, then stops. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the read model was still behind at the stop; the next start catches it up");
        thread.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void later(int millis) {
    if (due.compareAndSet(false, true)) {
      try {
        var _ = thread.schedule(this::catchUp, millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException _) {
        // stopping: the next start catches up
      }
    }
  }

  private void catchUp() {
    due.set(false);
    try {
      projector.catchUp();
    } catch (RuntimeException e) {
      LOG.error("the read model could not follow the journal; reports are behind", e);
    }
  }
}
