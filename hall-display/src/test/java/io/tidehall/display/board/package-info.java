/** Tests of the board, without a window and with one. */
@NullMarked
package io.tidehall.display.board;

import org.jspecify.annotations.NullMarked;
