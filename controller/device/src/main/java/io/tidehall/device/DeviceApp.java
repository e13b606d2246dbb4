package io.tidehall.device;

import io.tidehall.device.view.ScreenSize;
import java.util.Optional;

/**
 * One device app, such as the kiosk. It may carry picocli options of its own as annotated fields.
 */
public interface DeviceApp {
  /** How it is called in presence messages and on the command line, such as {@code kiosk}. */
  String name();

  /** The size of its screen, where its code is shown until it is paired; empty without one. */
  default Optional<ScreenSize> screen() {
    return Optional.empty();
  }

  /**
   * Whether it stands alone in a hall: its code is shown as closed as itself, and a screen that has
   * frozen ends the program.
   */
  default boolean alone() {
    return false;
  }

  /**
   * Builds the app around a device: shell, flow, watches. The session is opened by the caller
   * afterwards, so that no message is missed.
   *
   * @throws CannotStartException when something it needs is not there
   */
  Running start(Device device);

  /** A started app. */
  interface Running extends AutoCloseable {
    /** Closes window, buttons and timers; the session is closed by the caller. */
    @Override
    void close();
  }
}
