/** The serial line; the only place of the kiosk that knows the serial library. */
@NullMarked
package io.tidehall.kiosk.reader.serial;

import org.jspecify.annotations.NullMarked;
