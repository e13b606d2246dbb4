/** Tests of sound. */
@NullMarked
package io.tidehall.device.sound;

import org.jspecify.annotations.NullMarked;
