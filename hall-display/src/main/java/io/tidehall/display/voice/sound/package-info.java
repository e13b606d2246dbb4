/** Sound as numbers: clips, where they come from, and where they go. */
@NullMarked
package io.tidehall.display.voice.sound;

import org.jspecify.annotations.NullMarked;
