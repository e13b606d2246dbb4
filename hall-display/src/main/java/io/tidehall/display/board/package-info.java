/**
 * The hall board: {@link io.tidehall.display.board.BoardFlow} folds what the hall says into a
 * {@link io.tidehall.display.board.BoardScreen}, and {@link io.tidehall.display.board.BoardPicture}
 * says in words what is seen.
 */
@NullMarked
package io.tidehall.display.board;

import org.jspecify.annotations.NullMarked;
