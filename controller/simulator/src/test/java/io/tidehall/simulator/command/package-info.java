/** The command line as people use it. */
@NullMarked
package io.tidehall.simulator.command;

import org.jspecify.annotations.NullMarked;
