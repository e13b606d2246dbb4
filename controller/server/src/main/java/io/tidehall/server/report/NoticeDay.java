package io.tidehall.server.report;

import io.tidehall.hall.ticket.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A day's notices. */
final class NoticeDay {
  private static final int MOST_MISSING = 10;

  private NoticeDay() {}

  static DayReport.Notices of(Handle handle, LocalDate day) {
    return new DayReport.Notices(
        issued(handle, day), notPrinted(handle, day), missing(handle, day));
  }

  private static Map<Outcome, Integer> issued(Handle handle, LocalDate day) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Arrays.stream(Outcome.values())
        .filter(Outcome::notified)
        .forEach(outcome -> counts.put(outcome, 0));
    handle
        .createQuery("SELECT outcome, COUNT(*) FROM notices WHERE hall_day = ? GROUP BY outcome")
        .bind(0, day)
        .map((row, _) -> counts.put(Outcome.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  /** A notice counts when one of its copies has no job that ended well. */
  private static int notPrinted(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM notices n WHERE hall_day = ? AND 3 >
              (SELECT COUNT(DISTINCT copy) FROM notice_copies c
               WHERE c.notice = n.number AND c.ending = 'PRINTED')
            """)
        .bind(0, day)
        .mapTo(Integer.class)
        .one();
  }

  private static List<DayReport.Missing> missing(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT p.text, COUNT(*) AS times FROM notice_points p JOIN notices n ON n.number = p.notice
            WHERE n.hall_day = ? AND n.outcome = 'SUPPLEMENT'
            GROUP BY p.text ORDER BY times DESC, p.text FETCH FIRST ? ROWS ONLY
            """)
        .bind(0, day)
        .bind(1, MOST_MISSING)
        .map((row, _) -> new DayReport.Missing(row.getString(1), row.getInt(2)))
        .list();
  }
}
