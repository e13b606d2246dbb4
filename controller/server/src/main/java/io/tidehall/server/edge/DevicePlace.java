package io.tidehall.server.edge;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup.Kiosk;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.DeviceSetup.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device and its place in the hall.
 *
 * @param window the window it stands at, for roles that stand at one
 * @param printer the printer beside a kiosk, or null
 * @param zone the part of the hall that a board or voice is for, or null for all
 * @param voice how a voice speaks, or null for its usual way
 * @param playlist the pictures and films of a board
 * @param kiosk what the hall wants of a kiosk; null for other devices
 */
public record DevicePlace(
    String id,
    DeviceRole role,
    @Nullable String window,
    @Nullable String printer,
    @Nullable String zone,
    @Nullable Voice voice,
    List<Show> playlist,
    @Nullable Kiosk kiosk) {
  public DevicePlace {
    playlist = List.copyOf(playlist);
  }

  /** A device for the whole hall. */
  public DevicePlace(
      String id, DeviceRole role, @Nullable String window, @Nullable String printer) {
    this(id, role, window, printer, null, null, List.of(), null);
  }
}
