/** Tests. */
@NullMarked
package io.tidehall.printer.transport;

import org.jspecify.annotations.NullMarked;
