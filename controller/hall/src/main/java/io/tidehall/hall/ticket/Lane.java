package io.tidehall.hall.ticket;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;

/**
 * Where a waiting ticket stands: in a line, or before one window or clerk to whom it was
 * transferred. Lanes sort by kind, then by id.
 *
 * @param kind what the id names
 */
public record Lane(Kind kind, String id) implements Comparable<Lane> {
  /** What a lane leads to. */
  public enum Kind {
    LINE,
    WINDOW,
    CLERK
  }

  public static Lane of(LineId line) {
    return new Lane(Kind.LINE, line.value());
  }

  public static Lane of(WindowId window) {
    return new Lane(Kind.WINDOW, window.value());
  }

  public static Lane of(ClerkId clerk) {
    return new Lane(Kind.CLERK, clerk.value());
  }

  @Override
  public int compareTo(Lane other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }
}
