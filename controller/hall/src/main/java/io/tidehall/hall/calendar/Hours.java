package io.tidehall.hall.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Opening hours on a working day. A hall that also opens on days off (duty service) says so with
 * {@code restDays}.
 *
 * @param workingDays periods of a working day, in order, not overlapping
 * @param restDays periods of a day off, mostly none
 */
public record Hours(List<Period> workingDays, List<Period> restDays) {
  private static final int LOOK_AHEAD_DAYS = 40;

  public Hours {
    workingDays = ordered(workingDays);
    restDays = ordered(restDays);
  }

  /** A part of a day, from inclusive, to exclusive. */
  public record Period(LocalTime from, LocalTime to) {
    public Period {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "expected a period to end after its start, but it is " + from + " to " + to);
      }
    }

    @Override
    public String toString() {
      return from + "–" + to;
    }
  }

  public List<Period> on(LocalDate day, WorkingDays calendar) {
    return calendar.worked(day) ? workingDays : restDays;
  }

  public boolean openAt(LocalDateTime at, WorkingDays calendar) {
    LocalTime time = at.toLocalTime();
    return on(at.toLocalDate(), calendar).stream()
        .anyMatch(period -> !time.isBefore(period.from()) && time.isBefore(period.to()));
  }

  /** The next moment after {@code at} at which the hall opens or closes. */
  public Optional<LocalDateTime> nextChange(LocalDateTime at, WorkingDays calendar) {
    for (int ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = at.toLocalDate().plusDays(ahead);
      for (Period period : on(day, calendar)) {
        for (LocalTime edge : List.of(period.from(), period.to())) {
          if (day.atTime(edge).isAfter(at) && changes(day.atTime(edge), calendar)) {
            return Optional.of(day.atTime(edge));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the hall opens or closes at the edge of a period, rather than go on in the next. */
  private boolean changes(LocalDateTime edge, WorkingDays calendar) {
    return openAt(edge, calendar) != openAt(edge.minusNanos(1), calendar);
  }

  private static List<Period> ordered(List<Period> periods) {
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).from().isBefore(periods.get(i - 1).to())) {
        throw new IllegalArgumentException(
            "expected periods in order and apart, but "
                + periods.get(i)
                + " follows "
                + periods.get(i - 1));
      }
    }
    return List.copyOf(periods);
  }
}
