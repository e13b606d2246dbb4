/**
 * LED strips above counters, several on one serial line. What a strip shows follows from the same
 * retained states as the board; a {@link io.tidehall.display.led.StripDriver} puts it into the
 * bytes of one make of strip.
 */
@NullMarked
package io.tidehall.display.led;

import org.jspecify.annotations.NullMarked;
