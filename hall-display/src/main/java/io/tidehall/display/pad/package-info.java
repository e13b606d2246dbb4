/** The clerk's call pad: six buttons, the number and who waits, and what the hall says no to. */
@NullMarked
package io.tidehall.display.pad;

import org.jspecify.annotations.NullMarked;
