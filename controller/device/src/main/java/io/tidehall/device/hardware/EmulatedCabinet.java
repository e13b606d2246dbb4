package io.tidehall.device.hardware;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A cabinet without hardware: a panel on a desktop or a test moves its sensors. */
public final class EmulatedCabinet implements Cabinet {
  private final Sensing sensing;
  private final List<String> lamps;
  private final Set<String> lit = new ConcurrentSkipListSet<>();
  private volatile Runnable watcher = () -> {};

  public EmulatedCabinet(List<String> sensors, List<String> lamps) {
    this(sensors, lamps, System::nanoTime);
  }

  EmulatedCabinet(List<String> sensors, List<String> lamps, LongSupplier nanos) {
    this.sensing = new Sensing(sensors, nanos);
    this.lamps = List.copyOf(lamps);
  }

  /** Moves a sensor. */
  public void sense(String sensor, boolean on) {
    sensing.level(sensor, on);
  }

  /** The lamps that burn. */
  public Set<String> lit() {
    return Set.copyOf(lit);
  }

  /** Runs it whenever a lamp was lit or put out. */
  public void onLight(Runnable changed) {
    watcher = changed;
  }

  @Override
  public List<String> sensors() {
    return sensing.sensors();
  }

  @Override
  public List<String> lamps() {
    return lamps;
  }

  @Override
  public void onChange(Consumer<Change> listener) {
    sensing.listen(listener);
  }

  @Override
  public void settle() {
    sensing.settle();
  }

  @Override
  public void light(String lamp, boolean on) {
    if (!lamps.contains(lamp)) {
      throw new IllegalArgumentException(
          "expected one of the lamps " + lamps + ", but '" + lamp + "' came");
    }
    if (on ? lit.add(lamp) : lit.remove(lamp)) {
      watcher.run();
    }
  }

  @Override
  public void close() {
    sensing.close();
    lit.clear();
    watcher.run();
  }
}
