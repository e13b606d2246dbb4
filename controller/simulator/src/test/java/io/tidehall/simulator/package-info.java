/** The simulator held against queueing theory, its own rules and an outside hall. */
@NullMarked
package io.tidehall.simulator;

import org.jspecify.annotations.NullMarked;
