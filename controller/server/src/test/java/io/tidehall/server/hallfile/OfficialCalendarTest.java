package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialCalendarTest {
  private final WorkingDays official = OfficialCalendar.workingDays(List.of());

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 5, 2026-02-27",
    "2026-02-28, 1, 2026-03-02",
    "2026-04-30, 5, 2026-05-11",
    "2026-09-24, 5, 2026-10-09",
    "2026-09-30, 5, 2026-10-13",
    "2026-09-30, 15, 2026-10-27"
  })
  void workingDaysAreCountedWithHolidaysAndWorkedWeekends(
      LocalDate from, int days, LocalDate expected) {
    assertEquals(expected, official.plus(from, days));
  }

  @Test
  void theSaturdayBeforeSpringFestivalIsWorkedAndTheMondayIsNot() {
    assertTrue(official.worked(LocalDate.of(2026, 2, 14)));
    assertFalse(official.worked(LocalDate.of(2026, 2, 16)));
  }

  @Test
  void aReadyHallIsOpenOnTheWorkedSaturdayAndShutOnTheHoliday() {
    var plan = ReadyHalls.township().plan();
    assertTrue(plan.hours().openAt(LocalDate.of(2026, 2, 14).atTime(9, 0), plan.workingDays()));
    assertFalse(plan.hours().openAt(LocalDate.of(2026, 2, 16).atTime(9, 0), plan.workingDays()));
  }

  @Test
  void theCalendarIsKnownToTheEndOfTheLastOfficialYear() {
    assertTrue(OfficialCalendar.lastOfficialYear() >= 2026);
    assertEquals(LocalDate.of(OfficialCalendar.lastOfficialYear(), 12, 31), official.knownUntil());
    for (int year = 2020; year <= OfficialCalendar.lastOfficialYear(); year++) {
      assertTrue(OfficialCalendar.knows(official, year), "" + year);
    }
    assertFalse(OfficialCalendar.knows(official, OfficialCalendar.lastOfficialYear() + 1));
  }

  @Test
  void anUnknownNextYearIsWarnedOf() {
    int last = OfficialCalendar.lastOfficialYear();
    var warnings = OfficialCalendar.warnings(official, LocalDate.of(last, 11, 22));
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().en().contains(Integer.toString(last + 1)));
    assertEquals(2, OfficialCalendar.warnings(official, LocalDate.of(last + 1, 1, 2)).size());
    assertEquals(List.of(), OfficialCalendar.warnings(official, LocalDate.of(last - 1, 5, 1)));
  }

  @Test
  void anImportedYearIsKnownAndCounts() {
    int next = OfficialCalendar.lastOfficialYear() + 1;
    LocalDate newYear = LocalDate.of(next, 1, 1);
    LocalDate saturday = newYear.with(java.time.DayOfWeek.SATURDAY).plusWeeks(1);
    var calendar =
        OfficialCalendar.workingDays(
            List.of(new OfficialCalendar.Year(next, List.of(newYear), List.of(saturday))));
    assertEquals(LocalDate.of(next, 12, 31), calendar.knownUntil());
    assertFalse(calendar.worked(newYear));
    assertTrue(calendar.worked(saturday));
    assertEquals(List.of(), OfficialCalendar.warnings(calendar, LocalDate.of(next - 1, 12, 1)));
  }

  @Test
  void aYearBehindAGapDoesNotHideTheGap() {
    int next = OfficialCalendar.lastOfficialYear() + 1;
    LocalDate holiday = LocalDate.of(next + 1, 10, 1);
    var calendar =
        OfficialCalendar.workingDays(
            List.of(new OfficialCalendar.Year(next + 1, List.of(holiday), List.of())));
    assertEquals(official.knownUntil(), calendar.knownUntil());
    assertFalse(calendar.worked(holiday));
    assertEquals(1, OfficialCalendar.warnings(calendar, LocalDate.of(next, 3, 1)).size());
  }

  @Test
  void anImportedYearReplacesABuiltInOne() {
    LocalDate only = LocalDate.of(2026, 3, 2);
    var calendar =
        OfficialCalendar.workingDays(
            List.of(new OfficialCalendar.Year(2026, List.of(only), List.of())));
    assertFalse(calendar.worked(only));
    assertTrue(calendar.worked(LocalDate.of(2026, 2, 16)));
  }
}
