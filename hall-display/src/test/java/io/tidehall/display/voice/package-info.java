/** Tests of the voice. */
@NullMarked
package io.tidehall.display.voice;

import org.jspecify.annotations.NullMarked;
