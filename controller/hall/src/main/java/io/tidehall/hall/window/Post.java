package io.tidehall.hall.window;

import io.tidehall.hall.plan.ClerkId;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at a window.
 *
 * @param standingInFor the clerk A whose work clerk B does here (logged as "B 代 A"), or null
 */
public record Post(ClerkId clerk, @Nullable ClerkId standingInFor) {}
