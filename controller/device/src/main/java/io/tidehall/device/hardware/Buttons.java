package io.tidehall.device.hardware;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tactile buttons with names. A press counts once, when the button goes down, however its contact
 * bounces and however long it is held; that it was let go is told too. Every implementation passes
 * {@code ButtonsContract}.
 */
public interface Buttons extends AutoCloseable {
  /** A button went down, or was let go. */
  record Move(String name, boolean down) {}

  /** The names, in the order given at the start. */
  List<String> names();

  /**
   * Is told each move of a button, one at a time, on a thread of the hardware's. What it throws is
   * logged and ends nothing.
   */
  void onMove(Consumer<Move> listener);

  /** Is told the name of each button pressed. */
  default void onPress(Consumer<String> listener) {
    onMove(
        move -> {
          if (move.down()) {
            listener.accept(move.name());
          }
        });
  }

  /**
   * Tells what has come to rest meanwhile: that a button was let go within the quiet time after its
   * press shows only later. Whoever tells long presses from short ones asks now and then.
   */
  void settle();

  /** Lets the hardware go; nothing is told afterwards. May be called again. */
  @Override
  void close();
}
