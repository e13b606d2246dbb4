package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceRole;
import org.jspecify.annotations.Nullable;

/**
 * A device of the hall.
 *
 * @param window the window it stands at, or null
 * @param printer the printer a kiosk prints on, or null
 */
public record HallDevice(
    String id, DeviceRole role, @Nullable String window, @Nullable String printer) {}
