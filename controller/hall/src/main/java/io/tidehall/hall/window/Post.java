package io.tidehall.hall.window;

import io.tidehall.hall.plan.ClerkId;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at a window.
 *
 * @param standingInFor the clerk A whose work clerk B does here (logged as "B 代 A"), or null
 * @param after what she does once her ticket is gone, or null when she goes on here
 */
public record Post(ClerkId clerk, @Nullable ClerkId standingInFor, @Nullable AfterTicket after) {
  /** A clerk who goes on here. */
  public Post(ClerkId clerk, @Nullable ClerkId standingInFor) {
    this(clerk, standingInFor, null);
  }

  /** The same clerk, with what she does once her ticket is gone. */
  public Post with(@Nullable AfterTicket next) {
    return new Post(clerk, standingInFor, next);
  }
}
