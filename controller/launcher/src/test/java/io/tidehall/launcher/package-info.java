/** The program behind {@code scripts/run}, as far as it can be tried without a hall. */
@NullMarked
package io.tidehall.launcher;

import org.jspecify.annotations.NullMarked;
