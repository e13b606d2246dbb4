/**
 * Measures the controller beside its floor: what the same broker, disk and virtual machine need for
 * the bare minimum of the same work, taken in turn in the same run.
 */
@NullMarked
package io.tidehall.bench;

import org.jspecify.annotations.NullMarked;
