/** Paints the board with JavaFX; decides nothing. */
@NullMarked
package io.tidehall.display.board.view;

import org.jspecify.annotations.NullMarked;
