/**
 * The hardware port: named {@link io.tidehall.device.hardware.Buttons} with our own debouncing,
 * emulated on a screen or, in {@code pi}, real.
 */
@NullMarked
package io.tidehall.device.hardware;

import org.jspecify.annotations.NullMarked;
