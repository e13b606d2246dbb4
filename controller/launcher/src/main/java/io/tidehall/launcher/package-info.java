/**
 * Starts a whole hall with one command: the controller here, each device as a process beside it.
 */
@NullMarked
package io.tidehall.launcher;

import org.jspecify.annotations.NullMarked;
