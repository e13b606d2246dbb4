/**
 * Policies, designs and tidal rules side by side on the same customers, with the certainty of each
 * difference.
 */
@NullMarked
package io.tidehall.simulator.compare;

import org.jspecify.annotations.NullMarked;
