/** Tests of the pad, without a window and with one. */
@NullMarked
package io.tidehall.display.pad;

import org.jspecify.annotations.NullMarked;
