package io.tidehall.kiosk.reader;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader on a serial line, on a thread of its own. While a card is wanted it asks for one no
 * faster than the readers bear; otherwise now and then, to notice that it was pulled out. The line
 * is opened again and again until the reader is there.
 */
public final class SerialIdReader implements IdReader {
  /** Readers answer nonsense when they are asked faster. */
  static final Duration POLL = Duration.ofMillis(300);

  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration REOPEN = Duration.ofSeconds(1);

  /** How often in a row a reader may fail to answer before it counts as missing. */
  private static final int PATIENCE = 3;

  /** Some readers deny a card that they have just read once in between. */
  private static final int EMPTY_FIELDS = 2;

  private static final int TRIES = 3;

  private final SerialLine line;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread thread;
  private Consumer<Sight> listener = _ -> {};
  private boolean wanted;
  private boolean closed;
  private boolean told;
  private boolean missing;

  public SerialIdReader(SerialLine line) {
    this.line = line;
  }

  @Override
  public void open(Consumer<Sight> hears) {
    listener = hears;
    thread = Thread.ofPlatform().name("id-reader").daemon().start(this::run);
  }

  @Override
  public void want(boolean now) {
    signal(() -> wanted = now);
  }

  @Override
  public void close() {
    signal(() -> closed = true);
    Thread running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!over()) {
      try {
        line.open();
        serve(new CardCycle(line));
      } catch (IOException e) {
        lost(String.valueOf(e.getMessage()));
      } finally {
        line.close();
      }
      rest(REOPEN, false);
    }
  }

  private void serve(CardCycle cycle) throws IOException {
    int silent = 0;
    int empty = 0;
    int tries = 0;
    boolean spent = false;
    while (!over()) {
      CardCycle.Field field = cycle.find();
      silent = field == CardCycle.Field.UNKNOWN ? silent + 1 : 0;
      empty = field == CardCycle.Field.EMPTY ? empty + 1 : 0;
      if (silent >= PATIENCE) {
        throw new IOException(
            "expected the ID reader to answer, but it is silent: check its power and cable");
      }
      if (silent == 0) {
        found();
      }
      if (spent && empty >= EMPTY_FIELDS) {
        spent = false;
        listener.accept(new Gone());
      }
      if (field == CardCycle.Field.CARD && !spent && wants()) {
        Optional<IdCard> card = cycle.read();
        tries = card.isPresent() ? 0 : tries + 1;
        spent = card.isPresent() || tries >= TRIES;
        if (spent) {
          tries = 0;
          listener.accept(card.<Sight>map(Read::new).orElseGet(Unreadable::new));
        }
      }
      rest(POLL, !spent);
    }
  }

  private void found() {
    if (missing || !told) {
      missing = false;
      told = true;
      listener.accept(new Ready());
    }
  }

  private void lost(String because) {
    if (!missing || !told) {
      missing = true;
      told = true;
      listener.accept(new Missing(because));
    }
  }

  private boolean over() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean wants() {
    lock.lock();
    try {
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  /** Waits at least so long, and longer while no card is wanted, if it may. */
  private void rest(Duration least, boolean mayIdle) {
    lock.lock();
    try {
      long begun = System.nanoTime();
      while (!closed) {
        boolean idle = mayIdle && !wanted;
        long left = (idle ? IDLE : least).toNanos() - (System.nanoTime() - begun);
        if (left <= 0) {
          return;
        }
        var _ = changed.await(left, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void signal(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
