package io.tidehall.hall.plan;

import io.tidehall.hall.calendar.Hours.Period;
import io.tidehall.hall.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Windows on duty (值班) outside the hall's hours, at noon, in the evening or on days off: then the
 * hall takes tickets of the lines they serve.
 *
 * @param weekdays only on these; empty for any
 */
public record Duty(
    List<WindowId> windows, Days days, List<DayOfWeek> weekdays, List<Period> periods) {
  /** Kinds of day. */
  public enum Days {
    WORKING_DAYS,
    /** Saturdays and Sundays off that belong to no holiday. */
    WEEKENDS,
    HOLIDAYS,
    EVERY_DAY
  }

  public Duty {
    windows = windows.stream().distinct().sorted().toList();
    weekdays = weekdays.stream().distinct().sorted().toList();
    periods = List.copyOf(periods);
  }

  public boolean at(LocalDateTime at, WorkingDays calendar) {
    return on(at.toLocalDate(), calendar)
        && periods.stream()
            .anyMatch(
                period ->
                    !at.toLocalTime().isBefore(period.from())
                        && at.toLocalTime().isBefore(period.to()));
  }

  private boolean on(LocalDate day, WorkingDays calendar) {
    boolean holiday = calendar.holidays().contains(day);
    boolean kind =
        switch (days) {
          case WORKING_DAYS -> calendar.worked(day);
          case WEEKENDS -> !calendar.worked(day) && !holiday;
          case HOLIDAYS -> holiday;
          case EVERY_DAY -> true;
        };
    return kind && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
  }
}
