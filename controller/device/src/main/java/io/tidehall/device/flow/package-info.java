/** Screens as pure flows: a {@link io.tidehall.device.flow.Flow} decides, a runner carries out. */
@NullMarked
package io.tidehall.device.flow;

import org.jspecify.annotations.NullMarked;
