package io.tidehall.server.edge;

import io.tidehall.protocol.DeviceRole;
import org.jspecify.annotations.Nullable;

/**
 * A device and its place in the hall.
 *
 * @param window the window it stands at, for roles that stand at one
 * @param printer the printer beside a kiosk, or null
 */
public record DevicePlace(
    String id, DeviceRole role, @Nullable String window, @Nullable String printer) {}
