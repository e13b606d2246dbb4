package io.tidehall.device.hardware;

import java.util.List;
import java.util.function.Consumer;

/**
 * The sensors and lamps in a device's cabinet, by name. A sensor counts once it has been at rest,
 * so that what flutters tells nothing. Every implementation passes {@code CabinetContract}.
 */
public interface Cabinet extends AutoCloseable {
  /** A sensor says yes ({@code on}) or no, such as door open or closed. */
  record Change(String sensor, boolean on) {}

  /** The sensors that are fitted, in the order given at the start. */
  List<String> sensors();

  /** The lamps that are fitted, in the order given at the start. */
  List<String> lamps();

  /**
   * Is told at once how each sensor is, and then of each change, one at a time. What it throws is
   * logged and ends nothing.
   */
  void onChange(Consumer<Change> listener);

  /** Tells what has come to rest meanwhile; to be called a few times a second. */
  void settle();

  /** Lights a fitted lamp, or puts it out. */
  void light(String lamp, boolean lit);

  /** Puts the lamps out and lets the hardware go; nothing is told afterwards. May be repeated. */
  @Override
  void close();
}
