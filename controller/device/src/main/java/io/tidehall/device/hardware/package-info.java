/**
 * The hardware ports: named {@link io.tidehall.device.hardware.Buttons} and the sensors and lamps
 * of a {@link io.tidehall.device.hardware.Cabinet}, with our own debouncing, emulated on a screen
 * or, in {@code pi}, real.
 */
@NullMarked
package io.tidehall.device.hardware;

import org.jspecify.annotations.NullMarked;
