/**
 * The rating pad: {@link io.tidehall.kiosk.pad.PadApp} joins its flow, view, buttons and the hall.
 */
@NullMarked
package io.tidehall.kiosk.pad;

import org.jspecify.annotations.NullMarked;
