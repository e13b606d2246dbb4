package io.tidehall.display.led;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the strips of one line at their faces, on a thread of its own. Strips cannot say that they
 * were switched off meanwhile, so each face is sent again from time to time; a line that broke is
 * tried again, and then all faces are sent. At the end no strip keeps a number that nobody would
 * take away.
 */
final class LedLine implements AutoCloseable {
  /** The fault told while the line cannot be used. */
  static final String LINE_DOWN = "led-line-down";

  private static final Logger LOG = LoggerFactory.getLogger(LedLine.class);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final StripDriver driver;
  private final SerialLine line;
  private final Pace pace;
  private final Face farewell;
  private final Consumer<List<String>> faults;
  private final Thread thread = Thread.ofPlatform().daemon().name("led-line").unstarted(this::run);
  private final Object lock = new Object();
  private Map<Integer, Face> wanted = Map.of();
  private boolean closed;

  /** On the thread only: what each strip was told, and when. */
  private final Map<Integer, Sent> sent = new HashMap<>();

  private boolean down;

  private record Sent(Face face, long nanos) {}

  /**
   * How fast the line is used.
   *
   * @param gap the silence between two frames, by which strips tell them apart
   * @param again how often a face that stays is sent again
   * @param retry how long to wait before a line that broke is tried again
   */
  record Pace(Duration gap, Duration again, Duration retry) {
    static final Pace USUAL =
        new Pace(Duration.ofMillis(30), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /**
   * A line that stands still until {@link #start}.
   *
   * @param farewell what each strip is left with at the end
   * @param faults told what is wrong when that changes, and at the start
   */
  LedLine(
      StripDriver driver,
      SerialLine line,
      Pace pace,
      Face farewell,
      Consumer<List<String>> faults) {
    this.driver = driver;
    this.line = line;
    this.pace = pace;
    this.farewell = farewell;
    this.faults = faults;
  }

  void start() {
    thread.start();
  }

  /** The faces by board from now on. */
  void show(Map<Integer, Face> faces) {
    synchronized (lock) {
      if (!wanted.equals(faces)) {
        wanted = Map.copyOf(faces);
        lock.notifyAll();
      }
    }
  }

  @Override
  public void close() {
    Duration patience;
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
      // Each strip may still be told its face, and then the last one.
      patience = PATIENCE.plus(pace.gap.multipliedBy(4L * wanted.size()));
    }
    try {
      thread.join(patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    faults.accept(List.of());
    try {
      for (var faces = faces(Duration.ZERO); faces != null; faces = faces(rest())) {
        send(faces);
      }
      send(farewells());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    line.close();
  }

  private Map<Integer, Face> farewells() {
    synchronized (lock) {
      Map<Integer, Face> last = new HashMap<>();
      wanted.keySet().forEach(board -> last.put(board, farewell));
      return last;
    }
  }

  private Duration rest() {
    return down ? pace.retry : pace.again.dividedBy(4);
  }

  /** What is wanted, at once when it has changed and after a rest when not; null at the end. */
  private @Nullable Map<Integer, Face> faces(Duration rest) throws InterruptedException {
    synchronized (lock) {
      long end = System.nanoTime() + rest.toNanos();
      while (!closed && (down || settled())) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          break;
        }
        lock.wait(left);
      }
      return closed ? null : wanted;
    }
  }

  /** Whether every strip was told its face. */
  private boolean settled() {
    return wanted.entrySet().stream().allMatch(it -> told(it.getKey(), it.getValue()));
  }

  private boolean told(int board, Face face) {
    Sent last = sent.get(board);
    return last != null && last.face.equals(face);
  }

  private void send(Map<Integer, Face> faces) throws InterruptedException {
    try {
      for (var entry : faces.entrySet()) {
        int board = entry.getKey();
        Face face = entry.getValue();
        long now = System.nanoTime();
        Sent last = sent.get(board);
        if (last == null || !last.face.equals(face) || now - last.nanos >= pace.again.toNanos()) {
          line.send(driver.frame(board, face));
          sent.put(board, new Sent(face, now));
          Thread.sleep(pace.gap);
        }
      }
      tell(false, "");
    } catch (IOException e) {
      sent.clear();
      tell(true, String.valueOf(e.getMessage()));
    }
  }

  private void tell(boolean isDown, String why) {
    if (isDown == down) {
      return;
    }
    down = isDown;
    if (isDown) {
      LOG.warn("the strips are not told: {}", why);
    } else {
      LOG.info("the strips are told again");
    }
    faults.accept(isDown ? List.of(LINE_DOWN) : List.of());
  }
}
