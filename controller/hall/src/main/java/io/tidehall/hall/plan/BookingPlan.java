package io.tidehall.hall.plan;

import java.time.Duration;
import java.util.List;

/**
 * How a hall takes bookings (预约).
 *
 * @param slot how long a slot is; slots follow each other from each opening, as long as they fit
 * @param quota bookings in one slot of a line, where the line has no other
 * @param daysAhead for how many of the next opening days one may book, today beside them
 * @param early how long before its slot a booking may be checked in
 * @param late how long after its slot it is still good; who comes later joins the walk-in queue
 * @param cancelBefore until how long before its slot a booking may be cancelled or moved
 * @param misses after how many missed bookings within {@code missDays} one may not book
 * @param blockDays for how many days after the last of them
 * @param lines lines with a quota of their own; 0 for a line that cannot be booked
 */
public record BookingPlan(
    Duration slot,
    int quota,
    int daysAhead,
    Duration early,
    Duration late,
    Duration cancelBefore,
    int misses,
    int missDays,
    int blockDays,
    List<LineQuota> lines) {
  private static final Duration LONGEST = Duration.ofHours(8);

  /** A hall without bookings. */
  public static final BookingPlan NONE = usual(0);

  public BookingPlan {
    lines = List.copyOf(lines);
    if (slot.compareTo(Duration.ofMinutes(5)) < 0 || slot.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "expected bookings.slot to be 5 minutes to 8 hours, but it is " + slot);
    }
    if (early.isNegative() || late.isNegative() || cancelBefore.isNegative()) {
      throw new IllegalArgumentException(
          "expected the limits of bookings not to be negative, but they are "
              + List.of(early, late, cancelBefore));
    }
    if (quota < 0 || daysAhead < 0 || misses < 0 || missDays < 1 || blockDays < 0) {
      throw new IllegalArgumentException("expected the numbers of bookings not to be negative");
    }
  }

  /** The usual rules, with so many bookings in a slot of a line. */
  public static BookingPlan usual(int quota) {
    return new BookingPlan(
        Duration.ofMinutes(30),
        quota,
        5,
        Duration.ofMinutes(30),
        Duration.ofMinutes(10),
        Duration.ofHours(2),
        3,
        30,
        30,
        List.of());
  }

  /** Whether anything can be booked at all. */
  public boolean on() {
    return quota > 0 || lines.stream().anyMatch(it -> it.quota() > 0);
  }

  /** Bookings in one slot of a line; 0 when it cannot be booked. */
  public int quota(LineId line) {
    for (LineQuota own : lines) {
      if (own.line().equals(line)) {
        return own.quota();
      }
    }
    return quota;
  }

  /** How long a missed booking is remembered. */
  public int memoryDays() {
    return missDays + blockDays;
  }

  /** The quota of one line in a slot. */
  public record LineQuota(LineId line, int quota) {
    public LineQuota {
      if (quota < 0) {
        throw new IllegalArgumentException(
            "expected the quota of line " + line + " not to be negative, but it is " + quota);
      }
    }
  }
}
