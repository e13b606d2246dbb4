/** Tests. */
@NullMarked
package io.tidehall.printer.escpos;

import org.jspecify.annotations.NullMarked;
