package io.tidehall.hall.window;

import io.tidehall.hall.plan.ClerkId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at a window.
 *
 * @param standingInFor the clerk A whose work clerk B does here (logged as "B 代 A"), or null
 * @param after what she does once her ticket is gone, or null when she goes on here
 * @param expected when she should have come, where another sent her here; null where she came
 *     herself. She may call before, but nobody is called for her.
 */
public record Post(
    ClerkId clerk,
    @Nullable ClerkId standingInFor,
    @Nullable AfterTicket after,
    @Nullable Instant expected) {
  /** A clerk who came herself and goes on here. */
  public Post(ClerkId clerk, @Nullable ClerkId standingInFor) {
    this(clerk, standingInFor, null, null);
  }

  /** Somebody is called: she has come. */
  public Post there() {
    return expected == null ? this : new Post(clerk, standingInFor, after, null);
  }

  /** The same clerk, with what she does once her ticket is gone. */
  public Post with(@Nullable AfterTicket next) {
    return new Post(clerk, standingInFor, next, expected);
  }
}
