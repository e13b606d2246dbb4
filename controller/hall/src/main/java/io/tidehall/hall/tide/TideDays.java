package io.tidehall.hall.tide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days a schedule holds: all that is given must agree. Market days by the lunar calendar
 * come as dates, so that the rules never need a table of the moon.
 *
 * @param from first day of the season, or null for the whole year
 * @param to last day of the season; before {@code from} when it goes over the new year
 * @param weekdays empty for any
 * @param daysOfMonth market days by the solar calendar, such as 1, 11, 21; empty for any
 * @param dates the only dates, sorted; null for any
 */
public record TideDays(
    @Nullable MonthDay from,
    @Nullable MonthDay to,
    List<DayOfWeek> weekdays,
    List<Integer> daysOfMonth,
    @Nullable List<LocalDate> dates) {
  /** Every day of the year. */
  public static final TideDays ANY = new TideDays(null, null, List.of(), List.of(), null);

  public TideDays {
    if ((from == null) != (to == null)) {
      throw new IllegalArgumentException(
          "expected a season with its first and last day, but only one of them came");
    }
    weekdays = weekdays.stream().distinct().sorted().toList();
    daysOfMonth = daysOfMonth.stream().distinct().sorted().toList();
    for (int day : daysOfMonth) {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("expected a day of the month 1 to 31, but it is " + day);
      }
    }
    dates = dates == null ? null : dates.stream().distinct().sorted().toList();
  }

  public boolean holds(LocalDate day) {
    return inSeason(day)
        && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
        && (daysOfMonth.isEmpty() || daysOfMonth.contains(day.getDayOfMonth()))
        && (dates == null || java.util.Collections.binarySearch(dates, day) >= 0);
  }

  private boolean inSeason(LocalDate day) {
    if (from == null || to == null) {
      return true;
    }
    var at = MonthDay.from(day);
    return from.isAfter(to)
        ? !at.isBefore(from) || !at.isAfter(to)
        : !at.isBefore(from) && !at.isAfter(to);
  }
}
