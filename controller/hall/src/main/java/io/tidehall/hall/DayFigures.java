package io.tidehall.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day in figures as it goes to paper. It is handed in with the command and kept with the event:
 * the rules count nothing, and a slip that is sent again says the same. What is of nothing is null.
 *
 * @param asOf until when it counts
 * @param waits how many waits ended with a call, {@code aboveTarget} of them too long
 * @param levels how many rated themselves, from level 5 to 1
 * @param satisfiedPermille levels 3 to 5 among those who rated themselves
 * @param idlePermille of the windows' open time: without a ticket while somebody waited for them
 */
public record DayFigures(
    LocalDate day,
    Instant asOf,
    int issued,
    int green,
    int finished,
    int noShows,
    int voids,
    int waits,
    @Nullable Integer meanSeconds,
    @Nullable Integer medianSeconds,
    @Nullable Integer p90Seconds,
    int targetMinutes,
    int aboveTarget,
    int invited,
    int rated,
    List<Integer> levels,
    @Nullable Integer satisfiedPermille,
    @Nullable Integer idlePermille) {
  public DayFigures {
    levels = List.copyOf(levels);
  }
}
