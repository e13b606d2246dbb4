/** What scripts/simulate does with its arguments. */
@NullMarked
package io.tidehall.simulator.command;

import org.jspecify.annotations.NullMarked;
