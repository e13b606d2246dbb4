/** The production rules of tidal windows over a simulated floor. */
@NullMarked
package io.tidehall.simulator.tidal;

import org.jspecify.annotations.NullMarked;
