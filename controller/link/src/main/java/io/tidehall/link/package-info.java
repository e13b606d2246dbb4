/**
 * How messages cross: {@link io.tidehall.link.Link} is the port, in memory for tests and by MQTT in
 * a hall; a {@link io.tidehall.link.DeviceSession} is what a device app holds.
 */
@NullMarked
package io.tidehall.link;

import org.jspecify.annotations.NullMarked;
