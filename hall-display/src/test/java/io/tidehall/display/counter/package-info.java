/** Tests of the counter, without a window and with one. */
@NullMarked
package io.tidehall.display.counter;

import org.jspecify.annotations.NullMarked;
