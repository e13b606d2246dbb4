/** The customers of a day, drawn so that every policy and design meets the same ones. */
@NullMarked
package io.tidehall.simulator.day;

import org.jspecify.annotations.NullMarked;
