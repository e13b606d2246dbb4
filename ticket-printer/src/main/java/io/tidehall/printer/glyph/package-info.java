/**
 * Pictures of text and QR codes as dots, drawn in the printer's cells: half a cell pair for ASCII,
 * a whole one for Chinese.
 */
@NullMarked
package io.tidehall.printer.glyph;

import org.jspecify.annotations.NullMarked;
