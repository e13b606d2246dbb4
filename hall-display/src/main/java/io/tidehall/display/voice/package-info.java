/**
 * The hall's voice: says each call of its zone, one after another, from the same state that the
 * board shows. What is to be said and when is decided without sound; {@code sound} makes it.
 */
@NullMarked
package io.tidehall.display.voice;

import org.jspecify.annotations.NullMarked;
