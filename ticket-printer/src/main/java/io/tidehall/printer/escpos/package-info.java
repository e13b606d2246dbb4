/**
 * From print operations to ESC/POS bytes, and from status bytes to what they mean, by the profile
 * of the printer.
 */
@NullMarked
package io.tidehall.printer.escpos;

import org.jspecify.annotations.NullMarked;
