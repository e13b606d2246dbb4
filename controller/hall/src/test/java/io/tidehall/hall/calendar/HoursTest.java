package io.tidehall.hall.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.calendar.Hours.Period;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final Hours OFFICE =
      new Hours(List.of(period("08:30", "12:00"), period("14:00", "17:30")), List.of());

  @ParameterizedTest
  @CsvSource({
    "2026-02-14T09:00, true",
    "2026-02-16T09:00, false",
    "2026-11-23T08:29:59, false",
    "2026-11-23T08:30, true",
    "2026-11-23T11:59:59, true",
    "2026-11-23T12:00, false",
    "2026-11-23T14:00, true",
    "2026-11-23T17:30, false",
    "2026-11-28T09:00, false",
  })
  void theHallIsOpenInItsHoursOnWorkingDays(LocalDateTime at, boolean open) {
    assertEquals(open, OFFICE.openAt(at, Year2026.WORKING_DAYS));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:00, 2026-11-23T08:30",
    "2026-11-23T08:30, 2026-11-23T12:00",
    "2026-11-23T12:00, 2026-11-23T14:00",
    "2026-11-27T17:30, 2026-11-30T08:30",
    "2026-02-14T17:30, 2026-02-24T08:30",
  })
  void theNextChangeIsNamed(LocalDateTime at, LocalDateTime expected) {
    assertEquals(Optional.of(expected), OFFICE.nextChange(at, Year2026.WORKING_DAYS));
  }

  @Test
  void aHallWithDutyServiceIsOpenOnDaysOff() {
    var duty = new Hours(OFFICE.workingDays(), List.of(period("09:00", "11:00")));
    assertTrue(duty.openAt(LocalDateTime.parse("2026-11-28T10:00"), Year2026.WORKING_DAYS));
  }

  @Test
  void aHallThatNeverOpensHasNoNextChange() {
    var never = new Hours(List.of(), List.of());
    assertEquals(
        Optional.empty(),
        never.nextChange(LocalDateTime.parse("2026-11-23T10:00"), Year2026.WORKING_DAYS));
  }

  @Test
  void wherePeriodsTouchNothingChanges() {
    var through = new Hours(List.of(period("08:30", "12:00"), period("12:00", "17:30")), List.of());
    assertEquals(
        Optional.of(LocalDateTime.parse("2026-11-23T17:30")),
        through.nextChange(LocalDateTime.parse("2026-11-23T09:00"), Year2026.WORKING_DAYS));
  }

  @Test
  void periodsMustBeInOrderAndEndAfterTheyBegin() {
    assertThrows(IllegalArgumentException.class, () -> period("12:00", "12:00"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Hours(List.of(period("14:00", "17:00"), period("08:00", "12:00")), List.of()));
  }

  private static Period period(String from, String to) {
    return new Period(LocalTime.parse(from), LocalTime.parse(to));
  }
}
