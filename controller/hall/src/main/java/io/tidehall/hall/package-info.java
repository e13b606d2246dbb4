/**
 * The rules of a service hall. {@link io.tidehall.hall.Hall} decides what a command means and how
 * an event changes the state; both are pure, so that the journal replays to the same hall.
 */
@NullMarked
package io.tidehall.hall;

import org.jspecify.annotations.NullMarked;
