/** The serial line; the only place that knows the serial library. */
@NullMarked
package io.tidehall.printer.transport.serial;

import org.jspecify.annotations.NullMarked;
