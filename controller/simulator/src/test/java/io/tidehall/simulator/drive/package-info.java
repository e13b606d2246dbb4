/** The line protocol, with a hall that is played outside. */
@NullMarked
package io.tidehall.simulator.drive;

import org.jspecify.annotations.NullMarked;
