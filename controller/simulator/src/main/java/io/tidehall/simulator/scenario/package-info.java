/** A hall to simulate: what a scenario file says, checked as a whole. */
@NullMarked
package io.tidehall.simulator.scenario;

import org.jspecify.annotations.NullMarked;
