package io.tidehall.server.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What became of the bookings of a day. */
final class BookingDay {
  private BookingDay() {}

  static DayReport.Bookings of(Handle handle, LocalDate day) {
    Map<String, Integer> stages = new HashMap<>();
    handle
        .createQuery("SELECT stage, COUNT(*) FROM bookings WHERE slot_day = ? GROUP BY stage")
        .bind(0, day)
        .map((row, _) -> stages.put(row.getString(1), row.getInt(2)))
        .list();
    int issued =
        handle
            .createQuery("SELECT COUNT(*) FROM tickets WHERE hall_day = ?")
            .bind(0, day)
            .mapTo(Integer.class)
            .one();
    int all = stages.values().stream().mapToInt(Integer::intValue).sum();
    int cancelled = stages.getOrDefault("CANCELLED", 0);
    int inTime = stages.getOrDefault("IN_TIME", 0);
    return new DayReport.Bookings(
        all - cancelled,
        inTime,
        stages.getOrDefault("LATE", 0),
        stages.getOrDefault("MISSED", 0),
        cancelled,
        issued == 0 ? null : (double) inTime / issued);
  }
}
