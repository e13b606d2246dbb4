/**
 * What a kiosk shows and asks, as a pure function of what happened. No window, no clock, no
 * network.
 */
@NullMarked
package io.tidehall.kiosk.flow;

import org.jspecify.annotations.NullMarked;
