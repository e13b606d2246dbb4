/** The serial line by jSerialComm. */
@NullMarked
package io.tidehall.display.led.serial;

import org.jspecify.annotations.NullMarked;
