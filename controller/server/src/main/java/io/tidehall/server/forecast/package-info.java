/**
 * The waits to come: the hall as it stands is run forward by the simulator, off the writer's
 * threads, with what the hall's own log has taught, and held to what came true.
 */
@NullMarked
package io.tidehall.server.forecast;

import org.jspecify.annotations.NullMarked;
