package io.tidehall.device.hardware;

import io.tidehall.device.hardware.Buttons.Move;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From raw contacts to moves of buttons: what all button adapters share. Contacts may come from any
 * thread; listeners are told one at a time.
 */
public final class Presses {
  private static final Logger log = LoggerFactory.getLogger(Presses.class);

  private final Map<String, Debouncer> debouncers = new LinkedHashMap<>();
  private final Map<String, Boolean> contacts = new HashMap<>();
  private final List<Consumer<Move>> listeners = new CopyOnWriteArrayList<>();
  private final LongSupplier nanos;
  private boolean closed;

  public Presses(List<String> names, LongSupplier nanos) {
    this.nanos = nanos;
    for (String name : names) {
      if (debouncers.put(name, new Debouncer(Debouncer.USUAL)) != null) {
        throw new IllegalArgumentException(
            "expected every button to have its own name, but '" + name + "' came twice");
      }
    }
  }

  public List<String> names() {
    return List.copyOf(debouncers.keySet());
  }

  public void listen(Consumer<Move> listener) {
    listeners.add(listener);
  }

  /** The contact of a button changed, as the hardware tells it, bounces and all. */
  public synchronized void contact(String name, boolean down) {
    Debouncer debouncer = debouncers.get(name);
    if (debouncer == null) {
      throw new IllegalArgumentException(
          "expected one of the buttons " + names() + ", but '" + name + "' came");
    }
    long now = nanos.getAsLong();
    settle(name, debouncer, now);
    if (debouncer.move(down, now)) {
      tell(new Move(name, down));
    }
    contacts.put(name, down);
  }

  /** What a contact said last, bounces and all, for tests: hardware tells it on its own threads. */
  public synchronized boolean seen(String name) {
    return contacts.getOrDefault(name, false);
  }

  /** Tells the buttons that have come to rest unseen. */
  public synchronized void settle() {
    long now = nanos.getAsLong();
    debouncers.forEach((name, debouncer) -> settle(name, debouncer, now));
  }

  /** The hardware is gone: whatever was down is up when it comes back, and nothing is told. */
  public synchronized void forget() {
    debouncers.replaceAll((_, _) -> new Debouncer(Debouncer.USUAL));
  }

  private void settle(String name, Debouncer debouncer, long now) {
    if (debouncer.settle(now)) {
      tell(new Move(name, debouncer.down()));
    }
  }

  private void tell(Move move) {
    if (closed) {
      return;
    }
    for (var listener : listeners) {
      try {
        listener.accept(move);
      } catch (RuntimeException e) {
        log.error("A listener failed at {}", move, e);
      }
    }
  }

  public synchronized void close() {
    closed = true;
  }

  /** The quiet time of the debouncers, for tests that drive the clock. */
  public static Duration quiet() {
    return Debouncer.USUAL;
  }
}
