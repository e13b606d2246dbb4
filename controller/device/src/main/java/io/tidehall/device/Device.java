package io.tidehall.device;

import io.tidehall.link.DeviceSession;

/**
 * What an app is given to start with.
 *
 * @param id the device's id in the hall
 * @param session its session, not opened yet
 * @param end to be run when the window is closed by hand: the app is to end
 */
public record Device(String id, DeviceSession session, DeviceOptions options, Runnable end) {}
