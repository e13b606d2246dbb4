/** Each part of the bench runs for a moment; times are never judged here. */
@NullMarked
package io.tidehall.bench;

import org.jspecify.annotations.NullMarked;
