/** Tests. */
@NullMarked
package io.tidehall.printer.emulator;

import org.jspecify.annotations.NullMarked;
