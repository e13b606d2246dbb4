package io.tidehall.kiosk;

import io.tidehall.protocol.Act;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Tells the hall each opening and closing of the cabinet's door, for ever. A contact that flaps
 * must not fill the journal: a few changes are told at once, then one each two minutes, and how the
 * door stands in the end is always told.
 */
final class DoorLog {
  /** How many changes are told at once: a visit of staff has two or four. */
  private static final int MOST = 6;

  /** How long it takes until one more may be told. */
  private static final Duration REST = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Consumer<Act.ReportDoor> hall;
  private boolean told;
  private boolean open;
  private Instant since = Instant.EPOCH;
  private int left = MOST;
  private long refilled = Long.MIN_VALUE;

  /**
   * A log of a door that is closed, as long as nothing else is said.
   *
   * @param clock the hall's
   */
  DoorLog(InstantSource clock, Consumer<Act.ReportDoor> hall) {
    this.clock = clock;
    this.hall = hall;
  }

  /** The door is so now; from any thread. */
  synchronized void door(boolean now) {
    if (now != open) {
      open = now;
      since = clock.instant();
    }
  }

  /** Time passes, in milliseconds of a steady clock. */
  synchronized void tick(long steady) {
    if (left == MOST) {
      refilled = steady;
    } else if (steady - refilled >= REST.toMillis()) {
      refilled += REST.toMillis();
      left++;
    }
    if (open != told && left > 0) {
      left--;
      told = open;
      hall.accept(new Act.ReportDoor(open, since));
    }
  }
}
