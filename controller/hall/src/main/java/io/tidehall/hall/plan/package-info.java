/**
 * How a hall is laid out: lines, windows, clerks, hours and rules. A plan is a value; changing it
 * is an event.
 */
@NullMarked
package io.tidehall.hall.plan;

import org.jspecify.annotations.NullMarked;
