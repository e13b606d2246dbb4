/**
 * How long those who wait will wait: the hall as it stands is simulated forward with the production
 * rules, and the spread is held to what came true in the last two weeks.
 */
@NullMarked
package io.tidehall.simulator.forecast;

import org.jspecify.annotations.NullMarked;
