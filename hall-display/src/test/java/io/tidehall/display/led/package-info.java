/** Tests of the LED strips, to the bytes on a line of two pseudo-terminals. */
@NullMarked
package io.tidehall.display.led;

import org.jspecify.annotations.NullMarked;
