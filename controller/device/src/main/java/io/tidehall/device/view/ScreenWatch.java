package io.tidehall.device.view;

import io.tidehall.device.flow.Pulse;
import io.tidehall.device.flow.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the screen's thread for a sign of life each second. When none came for half a minute, it
 * logs where the thread hangs and ends the process at once: an orderly stop would wait for that
 * thread.
 */
public final class ScreenWatch implements AutoCloseable {
  /** Longer than any page takes on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(ScreenWatch.class);

  private final Thread screen;
  private final Pulse pulse;
  private final Runnable frozen;
  private final Ticker ticker;

  private ScreenWatch(Duration patience, Duration pace, Runnable frozen) {
    Toolkit.start();
    screen = CompletableFuture.supplyAsync(Thread::currentThread, Platform::runLater).join();
    pulse = new Pulse(patience, pace);
    this.frozen = frozen;
    ticker = new Ticker(pace, this::look);
  }

  /**
   * Watches until it is closed.
   *
   * @param status with which a frozen program ends
   */
  public static ScreenWatch start(int status) {
    return start(PATIENCE, PACE, status);
  }

  /** For impatient tests. */
  static ScreenWatch start(Duration patience, Duration pace, int status) {
    return new ScreenWatch(patience, pace, () -> Runtime.getRuntime().halt(status));
  }

  private void look(long steady) {
    switch (pulse.look(steady)) {
      case ASK -> Platform.runLater(pulse::beat);
      case WAIT -> {}
      case FROZEN -> {
        log.error("the screen has frozen; the program ends to be started again{}", stack());
        frozen.run();
      }
    }
  }

  private String stack() {
    return Arrays.stream(screen.getStackTrace())
        .map(at -> System.lineSeparator() + "\tat " + at)
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    ticker.close();
  }
}
