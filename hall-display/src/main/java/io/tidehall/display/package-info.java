/**
 * What board, counter display and call pad share: what can happen to a screen, what every screen
 * knows of its hall, and the words. Start with {@link io.tidehall.display.board.BoardFlow}.
 */
@NullMarked
package io.tidehall.display;

import org.jspecify.annotations.NullMarked;
