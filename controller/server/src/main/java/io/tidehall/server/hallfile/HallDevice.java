package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.DeviceSetup.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device of the hall.
 *
 * @param window the window it stands at, or null
 * @param printer the printer a kiosk prints on, or null
 * @param zone the part of the hall that a board or voice is for, or null for all
 * @param voice how a voice speaks, or null for its usual way
 * @param playlist the pictures and films of a board
 */
public record HallDevice(
    String id,
    DeviceRole role,
    @Nullable String window,
    @Nullable String printer,
    @Nullable String zone,
    @Nullable Voice voice,
    List<Show> playlist) {
  public HallDevice {
    playlist = List.copyOf(playlist);
  }

  /** A device for the whole hall. */
  public HallDevice(String id, DeviceRole role, @Nullable String window, @Nullable String printer) {
    this(id, role, window, printer, null, null, List.of());
  }
}
