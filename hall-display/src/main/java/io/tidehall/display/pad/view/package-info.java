/** Paints the pad with JavaFX; decides nothing. */
@NullMarked
package io.tidehall.display.pad.view;

import org.jspecify.annotations.NullMarked;
