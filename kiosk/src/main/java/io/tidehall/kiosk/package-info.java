/** The kiosk: {@link io.tidehall.kiosk.KioskApp} joins the pure flow, the view and the hall. */
@NullMarked
package io.tidehall.kiosk;

import org.jspecify.annotations.NullMarked;
