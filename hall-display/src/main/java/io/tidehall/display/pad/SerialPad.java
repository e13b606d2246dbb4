package io.tidehall.display.pad;

import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.Presses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call pad on a serial line, on a thread of its own: its keys, and the figures it shows. Pads
 * cannot say that they were switched off meanwhile, so the figures are sent again from time to
 * time; a line that broke is tried again. A key that was down when the line broke means nothing.
 */
final class SerialPad implements Buttons {
  /** The fault told while the pad cannot be reached. */
  static final String PAD_DOWN = "call-pad-down";

  private static final Logger LOG = LoggerFactory.getLogger(SerialPad.class);
  private static final Duration READ = Duration.ofMillis(50);
  private static final Duration LAST_FRAME = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final PadLine line;
  private final Pace pace;
  private final PadFrames frames = new PadFrames();
  private final Presses presses =
      new Presses(PadKeys.ALL.stream().map(PadKeys::name).toList(), System::nanoTime);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("call-pad-line").unstarted(this::run);
  private final Object lock = new Object();
  private Consumer<List<String>> faults = _ -> {};
  private PadFigures wanted = PadFigures.none();
  private boolean closed;

  /** On the thread only. */
  private long heard;

  /**
   * How the line is kept.
   *
   * @param again how often figures that stay are sent again
   * @param retry how long to wait before a line that broke is tried again
   */
  record Pace(Duration again, Duration retry) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(2));
  }

  SerialPad(PadLine line, Pace pace) {
    this.line = line;
    this.pace = pace;
  }

  /** Starts; what is wrong is told when that changes, and at the start. */
  void start(Consumer<List<String>> listener) {
    faults = listener;
    thread.start();
  }

  /** The figures from now on. */
  void show(PadFigures figures) {
    synchronized (lock) {
      wanted = figures;
    }
  }

  @Override
  public List<String> names() {
    return presses.names();
  }

  @Override
  public void onMove(Consumer<Move> listener) {
    presses.listen(listener);
  }

  @Override
  public void settle() {
    presses.settle();
  }

  @Override
  public void close() {
    presses.close();
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    faults.accept(List.of());
    boolean down = false;
    while (!stopped()) {
      try {
        line.open();
        if (down) {
          LOG.info("the call pad is there again");
          faults.accept(List.of());
          down = false;
        }
        keep();
      } catch (IOException e) {
        presses.forget();
        if (!down) {
          LOG.warn("the call pad is not reached: {}", e.getMessage());
          faults.accept(List.of(PAD_DOWN));
          down = true;
        }
      }
      line.close();
      rest();
    }
  }

  /** Reads keys and sends figures until the line breaks, or the pad is closed and dark. */
  private void keep() throws IOException {
    byte[] bytes = new byte[64];
    frames.restart();
    PadFigures shown = null;
    long sent = 0;
    while (!stopped()) {
      PadFigures figures = wanted();
      long now = System.nanoTime();
      if (!figures.equals(shown) || now - sent >= pace.again.toNanos()) {
        line.write(PadFrames.show(figures));
        shown = figures;
        sent = now;
      }
      for (PadFrames.Moved moved : frames.take(bytes, line.read(bytes, READ))) {
        presses.contact(PadKeys.name(moved.key()), moved.down());
      }
      tellDropped();
    }
    line.write(PadFrames.show(PadFigures.none()));
    // To close a line throws away what a slow adapter has not sent on yet.
    LockSupport.parkNanos(LAST_FRAME.toNanos());
  }

  private void tellDropped() {
    if (frames.dropped() > heard) {
      LOG.warn(
          "{} bytes of the call pad made no frame 4B key down sum 0D; check its make and cable",
          frames.dropped() - heard);
      heard = frames.dropped();
    }
  }

  private PadFigures wanted() {
    synchronized (lock) {
      return wanted;
    }
  }

  private boolean stopped() {
    synchronized (lock) {
      return closed;
    }
  }

  private void rest() {
    synchronized (lock) {
      long end = System.nanoTime() + pace.retry.toNanos();
      long left = pace.retry.toMillis();
      while (!closed && left > 0) {
        try {
          lock.wait(left);
        } catch (InterruptedException _) {
          closed = true;
        }
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }
}
