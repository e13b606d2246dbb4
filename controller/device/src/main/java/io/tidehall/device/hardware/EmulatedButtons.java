package io.tidehall.device.hardware;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Buttons without hardware: a panel on a desktop or a test moves their contacts. */
public final class EmulatedButtons implements Buttons {
  private final Presses presses;

  public EmulatedButtons(List<String> names) {
    this(names, System::nanoTime);
  }

  EmulatedButtons(List<String> names, LongSupplier nanos) {
    presses = new Presses(names, nanos);
  }

  /** Closes or opens a contact. */
  public void contact(String name, boolean down) {
    presses.contact(name, down);
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
  }
}
