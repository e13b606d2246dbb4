/** A day from the first customer to the last, event by event, and what is measured of it. */
@NullMarked
package io.tidehall.simulator.run;

import org.jspecify.annotations.NullMarked;
