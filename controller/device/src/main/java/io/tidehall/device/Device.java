package io.tidehall.device;

import io.tidehall.link.DeviceSession;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an app is given to start with.
 *
 * @param id the device's id in the hall
 * @param session its session, not opened yet
 * @param identityKey the hall's key for hashes of visitors' numbers; null where there is none
 * @param home where it comes from and what it may keep; null in tests
 * @param end to be run when the window is closed by hand: the app is to end
 * @param leave to be run with the exit code that tells a supervisor what it is to do
 */
public record Device(
    String id,
    DeviceSession session,
    DeviceOptions options,
    @Nullable String identityKey,
    @Nullable Home home,
    Runnable end,
    IntConsumer leave) {
  /** A device without a home. */
  public Device(
      String id,
      DeviceSession session,
      DeviceOptions options,
      @Nullable String identityKey,
      Runnable end) {
    this(id, session, options, identityKey, null, end, _ -> end.run());
  }

  /** A device that recognises nobody. */
  public Device(String id, DeviceSession session, DeviceOptions options, Runnable end) {
    this(id, session, options, null, end);
  }

  /**
   * Where a device comes from.
   *
   * @param broker the address by which it reaches the controller
   * @param folder its data folder
   */
  public record Home(String broker, Path folder, String version) {}

  @Override
  public String toString() {
    return "Device[" + id + "]";
  }
}
