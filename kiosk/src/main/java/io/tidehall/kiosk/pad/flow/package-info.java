/** How a service is rated, once and freely, as a pure function of what happened. */
@NullMarked
package io.tidehall.kiosk.pad.flow;

import org.jspecify.annotations.NullMarked;
