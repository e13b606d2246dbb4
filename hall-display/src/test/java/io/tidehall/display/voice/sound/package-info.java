/** Tests of sound. */
@NullMarked
package io.tidehall.display.voice.sound;

import org.jspecify.annotations.NullMarked;
