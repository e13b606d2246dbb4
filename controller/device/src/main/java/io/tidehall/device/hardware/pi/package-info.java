/**
 * Buttons, sensors and lamps at the GPIO pins of a Raspberry Pi; the only package that knows Pi4J.
 */
@NullMarked
package io.tidehall.device.hardware.pi;

import org.jspecify.annotations.NullMarked;
