package io.tidehall.device.hardware;

import io.tidehall.device.hardware.Cabinet.Change;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From raw levels to settled sensors: what all cabinets share. Unlike a button, a sensor is told
 * when it has come to rest, not at its first edge: a slamming door is one closing. Levels may come
 * from any thread; listeners are told one at a time.
 */
public final class Sensing {
  private static final Logger log = LoggerFactory.getLogger(Sensing.class);

  /** Longer than a door's switch bounces, shorter than anybody waits. */
  private static final Duration QUIET = Duration.ofMillis(200);

  private final Map<String, Level> levels = new LinkedHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final LongSupplier nanos;
  private boolean closed;

  private static final class Level {
    private boolean raw;
    private boolean told;
    private long since;
  }

  public Sensing(List<String> sensors, LongSupplier nanos) {
    this.nanos = nanos;
    for (String sensor : sensors) {
      if (levels.put(sensor, new Level()) != null) {
        throw new IllegalArgumentException(
            "expected every sensor to have its own name, but '" + sensor + "' came twice");
      }
    }
  }

  /** How long a sensor must be at rest, for tests that drive the clock. */
  public static Duration quiet() {
    return QUIET;
  }

  public List<String> sensors() {
    return List.copyOf(levels.keySet());
  }

  /** How a sensor is at the start: no change, and true at once. */
  public synchronized void first(String sensor, boolean on) {
    Level level = level(sensor);
    level.raw = on;
    level.told = on;
  }

  /** What the hardware shows of a sensor now, flutter and all. */
  public synchronized void level(String sensor, boolean on) {
    Level level = level(sensor);
    if (on != level.raw) {
      level.raw = on;
      level.since = nanos.getAsLong();
    }
  }

  /** The level seen last, flutter and all, for tests. */
  public synchronized boolean seen(String sensor) {
    return level(sensor).raw;
  }

  public synchronized void listen(Consumer<Change> listener) {
    listeners.add(listener);
    levels.forEach((sensor, level) -> tell(listener, new Change(sensor, level.told)));
  }

  /** Tells the sensors that have come to rest in another state. */
  public synchronized void settle() {
    long now = nanos.getAsLong();
    levels.forEach(
        (sensor, level) -> {
          if (!closed && level.raw != level.told && now - level.since >= QUIET.toNanos()) {
            level.told = level.raw;
            listeners.forEach(listener -> tell(listener, new Change(sensor, level.told)));
          }
        });
  }

  public synchronized void close() {
    closed = true;
  }

  private Level level(String sensor) {
    return Objects.requireNonNull(
        levels.get(sensor),
        () -> "expected one of the sensors " + levels.keySet() + ", but '" + sensor + "' came");
  }

  private static void tell(Consumer<Change> listener, Change change) {
    try {
      listener.accept(change);
    } catch (RuntimeException e) {
      log.error("A listener failed at {}", change, e);
    }
  }
}
