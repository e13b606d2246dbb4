/** How bytes reach a printer and come back: TCP, device file, or a folder of spooled slips. */
@NullMarked
package io.tidehall.printer.transport;

import org.jspecify.annotations.NullMarked;
