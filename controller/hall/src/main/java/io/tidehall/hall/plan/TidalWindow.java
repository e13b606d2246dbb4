package io.tidehall.hall.plan;

import io.tidehall.hall.tide.TideRule;
import org.jspecify.annotations.Nullable;

/**
 * A window that opens and closes with the tide.
 *
 * @param reserve the clerk kept for it, or null
 * @param lender the window whose clerk comes over after her ticket, or null; it is out of service
 *     meanwhile
 * @param automatic whether the hall follows the rule by itself, rather than propose to a manager
 */
public record TidalWindow(
    WindowId window,
    @Nullable ClerkId reserve,
    @Nullable WindowId lender,
    TideRule rule,
    boolean automatic) {
  public TidalWindow {
    if (reserve != null && lender != null) {
      throw new IllegalArgumentException(
          "expected window " + window + " to have a reserve clerk or a lender, but it has both");
    }
    if (window.equals(lender)) {
      throw new IllegalArgumentException(
          "expected window " + window + " to borrow from another window, but it is its own lender");
    }
  }
}
