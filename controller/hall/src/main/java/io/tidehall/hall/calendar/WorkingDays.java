package io.tidehall.hall.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are worked: Monday to Friday but for the holidays, and the weekends that make up for
 * them (调休). Dates are data, so that the rules never ask a clock or a table.
 *
 * @param holidays days off, sorted
 * @param workedWeekends Saturdays and Sundays that are worked, sorted
 * @param knownUntil the last day the dates are known for; later days count as plain weeks
 */
public record WorkingDays(
    List<LocalDate> holidays, List<LocalDate> workedWeekends, LocalDate knownUntil) {
  public WorkingDays {
    holidays = holidays.stream().distinct().sorted().toList();
    workedWeekends = workedWeekends.stream().distinct().sorted().toList();
  }

  public static WorkingDays plainWeeks() {
    return new WorkingDays(List.of(), List.of(), LocalDate.MIN);
  }

  public boolean worked(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? contains(workedWeekends, day) : !contains(holidays, day);
  }

  /** The {@code days}-th working day after {@code day}, which itself is not counted. */
  public LocalDate plus(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (worked(at)) {
        left--;
      }
    }
    return at;
  }

  private static boolean contains(List<LocalDate> sorted, LocalDate day) {
    return java.util.Collections.binarySearch(sorted, day) >= 0;
  }
}
