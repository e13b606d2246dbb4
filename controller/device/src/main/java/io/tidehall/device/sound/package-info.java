/** Sound as numbers: clips, where they come from, and where they go. */
@NullMarked
package io.tidehall.device.sound;

import org.jspecify.annotations.NullMarked;
