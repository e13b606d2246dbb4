/** Visitors' numbers as keyed hashes: the only form in which they leave a kiosk. */
@NullMarked
package io.tidehall.kiosk.identity;

import org.jspecify.annotations.NullMarked;
