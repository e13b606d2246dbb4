/**
 * A hall on one floor of numbers: windows, queues and tickets in arrays, and the production
 * policies over them.
 */
@NullMarked
package io.tidehall.simulator.floor;

import org.jspecify.annotations.NullMarked;
