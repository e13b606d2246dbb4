package io.tidehall.server;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.server.writer.HallWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets time pass in the hall: once a second it looks whether the rules' next deadline is due. */
final class Timekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

  private final HallWriter writer;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timekeeper").daemon().factory());

  Timekeeper(HallWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  void start() {
    var _ = thread.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    try {
      Instant now = clock.instant();
      HallState state = writer.state();
      Hall.nextDeadline(state)
          .filter(due -> !due.isAfter(now))
          .ifPresent(
              due -> {
                var _ =
                    writer.submit(
                        // A moment can be due twice; a repeat of an answered request would do
                        // nothing.
                        new Request(
                            "time:" + due + ":" + state.seq(),
                            Actor.system(),
                            new Command.PassTime()));
              });
    } catch (RuntimeException e) {
      LOG.error("letting time pass failed", e);
    }
  }
}
