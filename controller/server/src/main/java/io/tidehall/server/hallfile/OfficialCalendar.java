package io.tidehall.server.hallfile;

import com.tyme.holiday.LegalHoliday;
import io.tidehall.hall.calendar.WorkingDays;
import io.tidehall.protocol.Text;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The official holidays and the weekends worked for them (调休). The library behind it silently
 * answers as for plain weeks in years it does not know; here such a year is told by its missing
 * National Day, and a hall file may bring it.
 */
public final class OfficialCalendar {
  private static final int FIRST_YEAR = 2020;
  private static final int SEARCH_LIMIT = 2100;
  private static final MonthDay NATIONAL_DAY = MonthDay.of(10, 1);
  private static final Map<Integer, Year> OFFICIAL = official();

  private OfficialCalendar() {}

  /** One year's arrangement; the dates lie in that year. */
  public record Year(int year, List<LocalDate> holidays, List<LocalDate> workedWeekends) {
    public Year {
      holidays = List.copyOf(holidays);
      workedWeekends = List.copyOf(workedWeekends);
    }
  }

  /** The last year whose official arrangement is built in. */
  public static int lastOfficialYear() {
    return OFFICIAL.keySet().stream().max(Integer::compare).orElse(FIRST_YEAR - 1);
  }

  /**
   * The built-in years and the imported ones; an imported year replaces a built-in one. Known until
   * the end of the last year before the first gap.
   */
  public static WorkingDays workingDays(Collection<Year> imported) {
    Map<Integer, Year> years = new TreeMap<>(OFFICIAL);
    imported.forEach(year -> years.put(year.year(), year));
    List<LocalDate> holidays = new ArrayList<>();
    List<LocalDate> worked = new ArrayList<>();
    for (Year year : years.values()) {
      holidays.addAll(year.holidays());
      worked.addAll(year.workedWeekends());
    }
    int last = FIRST_YEAR;
    while (years.containsKey(last + 1)) {
      last++;
    }
    return new WorkingDays(holidays, worked, LocalDate.of(last, 12, 31));
  }

  /** Whether the holidays of a year are in the calendar, built in or imported. */
  public static boolean knows(WorkingDays calendar, int year) {
    return !calendar.knownUntil().isBefore(LocalDate.of(year, 12, 31))
        || calendar.holidays().stream().anyMatch(day -> day.getYear() == year);
  }

  /** What to tell the manager when this year or the next one is not known. */
  public static List<Text> warnings(WorkingDays calendar, LocalDate today) {
    List<Text> warnings = new ArrayList<>();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      if (!knows(calendar, year)) {
        warnings.add(
            Text.of(
                "%d 年的节假日和调休安排未知，暂按周一至周五计算工作日；请在厅配置文件的 calendar 中录入该年安排".formatted(year),
                ("The holidays and worked weekends of %d are not known: its working days are counted as"
                        + " Monday to Friday. Enter that year under calendar in the hall file")
                    .formatted(year)));
      }
    }
    return List.copyOf(warnings);
  }

  private static Map<Integer, Year> official() {
    Map<Integer, Year> years = new TreeMap<>();
    for (int year = FIRST_YEAR; year <= SEARCH_LIMIT && announced(year); year++) {
      List<LocalDate> holidays = new ArrayList<>();
      List<LocalDate> worked = new ArrayList<>();
      LocalDate end = LocalDate.of(year + 1, 1, 1);
      for (LocalDate day = LocalDate.of(year, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
        LegalHoliday entry = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
        if (entry != null) {
          (entry.isWork() ? worked : holidays).add(day);
        }
      }
      years.put(year, new Year(year, holidays, worked));
    }
    return years;
  }

  private static boolean announced(int year) {
    return LegalHoliday.fromYmd(year, NATIONAL_DAY.getMonthValue(), NATIONAL_DAY.getDayOfMonth())
        != null;
  }
}
