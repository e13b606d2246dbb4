package io.tidehall.device.hardware;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tactile buttons with names. A press counts once, when the button goes down, however its contact
 * bounces and however long it is held. Every implementation passes {@code ButtonsContract}.
 */
public interface Buttons extends AutoCloseable {
  /** The names, in the order given at the start. */
  List<String> names();

  /**
   * Is told the name of each button pressed, one at a time, on a thread of the hardware's. What it
   * throws is logged and ends nothing.
   */
  void onPress(Consumer<String> listener);

  /** Lets the hardware go; nothing is told afterwards. May be called again. */
  @Override
  void close();
}
