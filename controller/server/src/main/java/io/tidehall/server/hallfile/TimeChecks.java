package io.tidehall.server.hallfile;

import io.tidehall.hall.calendar.Hours.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Zone, hours, roll-over and imported holidays. */
final class TimeChecks {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Part root;
  private final List<Problem> problems;

  TimeChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  void run() {
    root.get("zone").text().ifPresent(this::zone);
    periods(root.get("hours").get("workingDays"));
    periods(root.get("hours").get("restDays"));
    var years = new Once("year", problems);
    for (Part year : Layout.years(root)) {
      years.see(year.get("year"));
      year(year);
    }
  }

  private void zone(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      problems.add(
          root.get("zone")
              .problem(
                  "a time zone such as Asia/Shanghai",
                  "it is " + Words.quoted(id),
                  Words.meant(id, ZoneId.getAvailableZoneIds())));
    }
  }

  private void periods(Part list) {
    Optional<LocalTime> rollOver = Layout.time(root.get("rules").get("rollOver").text("4:00"));
    LocalTime free = LocalTime.MIN;
    for (Part part : list.each()) {
      LocalTime[] ends = Layout.ends(part.text("")).orElse(null);
      if (ends == null) {
        continue;
      }
      if (!ends[0].isBefore(ends[1])) {
        problems.add(
            part.problem(
                "a period that ends after its start",
                "it is " + part.text(""),
                "Hours over midnight are written as two periods"));
        continue;
      }
      var period = new Period(ends[0], ends[1]);
      if (period.from().isBefore(free)) {
        problems.add(
            part.problem(
                "periods in order and apart from each other",
                "%s begins before the one above it ends at %s".formatted(period, free),
                "Put them in order, or join them into one"));
      }
      free = period.to();
      rollOver
          .filter(at -> at.isAfter(period.from()) && at.isBefore(period.to()))
          .ifPresent(
              at ->
                  problems.add(
                      part.problem(
                          "a hall that is closed at its roll-over at " + at,
                          "it is open " + period,
                          "Set rules.rollOver to a time when nobody is served")));
    }
  }

  private void year(Part year) {
    int number = year.get("year").whole(0);
    var days = new Once("day", problems);
    for (Part part : year.get("holidays").each()) {
      days.see(part);
      day(part, number);
    }
    for (Part part : year.get("workedWeekends").each()) {
      days.see(part);
      day(part, number)
          .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
          .ifPresent(
              day ->
                  problems.add(
                      part.problem(
                          "a Saturday or Sunday that is worked",
                          day
                              + " is a "
                              + day.getDayOfWeek().toString().toLowerCase(java.util.Locale.ROOT),
                          "Working days need not be listed")));
    }
  }

  private Optional<LocalDate> day(Part part, int year) {
    Optional<LocalDate> day = Layout.date(part.text(""));
    if (day.isEmpty() && Layout.looksLikeDate(part.text(""))) {
      problems.add(
          part.problem("a day of the calendar", "there is no " + part.text(""), "Check the month"));
    }
    if (year > 0 && day.isPresent() && day.get().getYear() != year) {
      problems.add(
          part.problem("a day of " + year, "it is " + day.get(), "Enter it under its own year"));
    }
    return day;
  }
}
