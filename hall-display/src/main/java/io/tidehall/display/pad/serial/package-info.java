/** The serial port of a call pad; nothing else of the pad knows jSerialComm. */
@NullMarked
package io.tidehall.display.pad.serial;

import org.jspecify.annotations.NullMarked;
