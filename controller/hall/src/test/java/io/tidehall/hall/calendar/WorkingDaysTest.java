package io.tidehall.hall.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays YEAR = Year2026.WORKING_DAYS;

  @ParameterizedTest
  @CsvSource({
    "2026-02-13,  1, 2026-02-14",
    "2026-02-13,  5, 2026-02-27",
    "2026-02-28,  1, 2026-03-02",
    "2026-04-30,  5, 2026-05-11",
    "2026-09-24,  5, 2026-10-09",
    "2026-09-30,  5, 2026-10-13",
    "2026-09-30, 15, 2026-10-27",
    "2026-11-23,  0, 2026-11-23",
  })
  void workingDaysAreCountedFromTheDayAfter(LocalDate from, int days, LocalDate expected) {
    assertEquals(expected, YEAR.plus(from, days));
  }

  @Test
  void aWorkedSaturdayIsWorkedAndAHolidayMondayIsNot() {
    assertTrue(YEAR.worked(LocalDate.parse("2026-02-14")));
    assertFalse(YEAR.worked(LocalDate.parse("2026-02-16")));
    assertFalse(YEAR.worked(LocalDate.parse("2026-11-28")));
    assertTrue(YEAR.worked(LocalDate.parse("2026-11-27")));
  }

  @Test
  void theOrderAndRepeatsOfTheDatesDoNotMatter() {
    var shuffled =
        new WorkingDays(
            java.util.List.copyOf(
                java.util.stream.Stream.concat(
                        YEAR.holidays().reversed().stream(), YEAR.holidays().stream())
                    .toList()),
            YEAR.workedWeekends().reversed(),
            YEAR.knownUntil());
    assertEquals(YEAR, shuffled);
  }

  @Test
  void aYearWithoutDatesIsPlainWeeks() {
    assertEquals(
        LocalDate.parse("2027-01-04"),
        WorkingDays.plainWeeks().plus(LocalDate.parse("2027-01-01"), 1));
  }
}
