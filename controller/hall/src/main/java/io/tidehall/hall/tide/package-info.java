/**
 * When tidal windows (潮汐窗口) open and close. Rules are values that look at a {@link
 * io.tidehall.hall.tide.TideView} once a minute and wish for an opening or a closing, with the
 * reason; what they remember from one minute to the next is a value too.
 */
@NullMarked
package io.tidehall.hall.tide;

import org.jspecify.annotations.NullMarked;
