package io.tidehall.kiosk.pad.flow;

import java.util.List;

/** What the pad's app is to do. Both are facts: they are kept until the hall has answered. */
public sealed interface PadEffect {
  /**
   * Give the rating.
   *
   * @param atDesk true when the reason is said at the desk, in place of a label
   */
  record Rate(String service, int level, List<String> reasons, boolean atDesk)
      implements PadEffect {}

  /** Nobody rated: 未评价. */
  record Decline(String service) implements PadEffect {}
}
