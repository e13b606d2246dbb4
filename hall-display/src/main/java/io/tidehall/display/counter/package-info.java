/** The display above one counter: which number is called, and what the window is doing. */
@NullMarked
package io.tidehall.display.counter;

import org.jspecify.annotations.NullMarked;
