/** Tests. */
@NullMarked
package io.tidehall.printer.slip;

import org.jspecify.annotations.NullMarked;
