/** Paints the counter with JavaFX; decides nothing. */
@NullMarked
package io.tidehall.display.counter.view;

import org.jspecify.annotations.NullMarked;
