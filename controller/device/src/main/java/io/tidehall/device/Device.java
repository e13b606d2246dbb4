package io.tidehall.device;

import io.tidehall.link.DeviceSession;
import org.jspecify.annotations.Nullable;

/**
 * What an app is given to start with.
 *
 * @param id the device's id in the hall
 * @param session its session, not opened yet
 * @param identityKey the hall's key for hashes of visitors' numbers; null where there is none
 * @param end to be run when the window is closed by hand: the app is to end
 */
public record Device(
    String id,
    DeviceSession session,
    DeviceOptions options,
    @Nullable String identityKey,
    Runnable end) {
  /** A device that recognises nobody. */
  public Device(String id, DeviceSession session, DeviceOptions options, Runnable end) {
    this(id, session, options, null, end);
  }

  @Override
  public String toString() {
    return "Device[" + id + "]";
  }
}
