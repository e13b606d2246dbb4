package io.tidehall.hall.staff;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A short message from a manager, shown at its windows until it is read, or the day ends.
 *
 * @param to the windows it is for; empty for all
 * @param readBy the clerks who have read it, in that order
 */
public record StaffMessage(
    String id, String from, Instant at, List<WindowId> to, String text, List<ClerkId> readBy) {
  public StaffMessage {
    to = List.copyOf(to);
    readBy = List.copyOf(readBy);
  }

  /** Whether a clerk at a window still has to read it. */
  public boolean isFor(WindowId window, ClerkId clerk) {
    return (to.isEmpty() || to.contains(window)) && !readBy.contains(clerk);
  }

  public StaffMessage readBy(ClerkId clerk) {
    if (readBy.contains(clerk)) {
      return this;
    }
    var next = new ArrayList<>(readBy);
    next.add(clerk);
    return new StaffMessage(id, from, at, to, text, next);
  }
}
