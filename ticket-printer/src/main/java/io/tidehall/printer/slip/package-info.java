/**
 * From a slip to print operations: what stands where on 58 and 80 mm paper. Pure, without bytes,
 * fonts or devices.
 */
@NullMarked
package io.tidehall.printer.slip;

import org.jspecify.annotations.NullMarked;
