package io.tidehall.hall.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The official days off and worked weekends of 2026, as a hall file would bring them. */
public final class Year2026 {
  public static final WorkingDays WORKING_DAYS =
      new WorkingDays(
          Stream.of(
                  days("2026-01-01", "2026-01-03"),
                  days("2026-02-15", "2026-02-23"),
                  days("2026-04-04", "2026-04-06"),
                  days("2026-05-01", "2026-05-05"),
                  days("2026-06-19", "2026-06-21"),
                  days("2026-09-25", "2026-09-27"),
                  days("2026-10-01", "2026-10-07"))
              .flatMap(List::stream)
              .toList(),
          Stream.of(
                  "2026-01-04",
                  "2026-02-14",
                  "2026-02-28",
                  "2026-05-09",
                  "2026-09-20",
                  "2026-10-10")
              .map(LocalDate::parse)
              .toList(),
          LocalDate.parse("2026-12-31"));

  private Year2026() {}

  private static List<LocalDate> days(String first, String last) {
    return LocalDate.parse(first).datesUntil(LocalDate.parse(last).plusDays(1)).toList();
  }
}
