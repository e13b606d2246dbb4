package io.tidehall.server.report;

import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.readmodel.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Makes day reports from the read model. */
public final class DayReports {
  private static final int SATISFIED = 3;

  private DayReports() {}

  /** The days that there are reports of, the latest first. */
  public static List<LocalDate> days(ReadModel model) {
    return model
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT hall_day FROM days ORDER BY hall_day DESC")
                    .mapTo(LocalDate.class)
                    .list());
  }

  /** The report of a hall's day; empty when the hall had no such day. */
  public static Optional<DayReport> of(ReadModel model, LocalDate day) {
    // One transaction, so that every figure is of the same moment.
    return model
        .jdbi()
        .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> find(handle, day));
  }

  /** What the report says of the hall. */
  private record Head(Instant asOf, String zh, String en, long target) {}

  private static Optional<DayReport> find(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT COALESCE(d.ended_at, p.at), hall_zh, hall_en, wait_target_seconds
            FROM days d CROSS JOIN progress p WHERE d.hall_day = ?
            """)
        .bind(0, day)
        .map(
            (row, _) ->
                new Head(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4)))
        .findOne()
        .map(head -> make(handle, day, head));
  }

  private static DayReport make(Handle handle, LocalDate day, Head head) {
    return new DayReport(
        day,
        head.asOf(),
        head.zh(),
        head.en(),
        head.target(),
        tickets(handle, day),
        Waits.of(waits(handle, day, null), head.target()),
        handling(handle, day),
        lines(handle, day, head.target()),
        WindowDay.rows(handle, day, head.asOf()),
        outcomes(handle, day),
        ratings(handle, day),
        TideDay.rows(handle, day, head.asOf()),
        ForecastDay.of(handle, day),
        NoticeDay.of(handle, day),
        BookingDay.of(handle, day));
  }

  private static DayReport.Tickets tickets(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT (SELECT COUNT(*) FROM tickets WHERE hall_day = :day),
                   (SELECT COUNT(green) FROM tickets WHERE hall_day = :day),
                   (SELECT COUNT(*) FROM tickets WHERE ended_day = :day AND ending = 'FINISHED'),
                   (SELECT COUNT(missed_at) FROM calls WHERE hall_day = :day),
                   (SELECT COUNT(*) FROM tickets WHERE ended_day = :day AND ending = 'VOID'),
                   (SELECT COUNT(*) FROM tickets WHERE ended_day = :day AND ending = 'VOID'
                      AND void_reason = 'day-end')
            """)
        .bind("day", day)
        .map(
            (row, _) ->
                new DayReport.Tickets(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
        .one();
  }

  /**
   * Waits that ended in a call, of one line or all; the wait after a no-show is the visitor's own.
   */
  private static List<Long> waits(Handle handle, LocalDate day, @Nullable String line) {
    return handle
        .createQuery(
            """
            SELECT seconds FROM wait_times
            WHERE hall_day = :day AND cause IN ('ISSUED', 'TRANSFERRED')
              AND (CAST(:line AS VARCHAR) IS NULL OR line = :line)
            """)
        .bind("day", day)
        .bind("line", line)
        .mapTo(Long.class)
        .list();
  }

  private static DayReport.Handling handling(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*), ROUND(AVG(CAST(seconds AS DOUBLE))),
                   ROUND(AVG(CAST(held_seconds AS DOUBLE))),
                   (SELECT ROUND(AVG(CAST(seconds AS DOUBLE))) FROM walk_times
                    WHERE hall_day = :day)
            FROM service_times WHERE finished_day = :day
            """)
        .bind("day", day)
        .map(
            (row, _) ->
                new DayReport.Handling(
                    row.getInt(1),
                    row.getObject(4, Long.class),
                    row.getObject(2, Long.class),
                    row.getObject(3, Long.class)))
        .one();
  }

  private static List<DayReport.LineRow> lines(Handle handle, LocalDate day, long target) {
    return handle
        .createQuery(
            """
            WITH used AS (
              SELECT line FROM lines
              UNION SELECT line FROM waits WHERE hall_day = :day)
            SELECT u.line, COALESCE(l.zh, u.line), COALESCE(l.en, u.line),
              (SELECT COUNT(*) FROM tickets t WHERE t.hall_day = :day AND t.line = u.line),
              (SELECT COUNT(*) FROM services s WHERE s.finished_day = :day AND s.line = u.line
                 AND s.outcome NOT IN ('TRANSFERRED', 'VOID')),
              (SELECT COUNT(missed_at) FROM calls c WHERE c.hall_day = :day AND c.line = u.line),
              (SELECT COUNT(*) FROM tickets t WHERE t.ended_day = :day AND t.ending = 'VOID'
                 AND t.line = u.line)
            FROM used u LEFT JOIN lines l ON l.line = u.line
            ORDER BY l.position NULLS LAST, u.line
            """)
        .bind("day", day)
        .map(
            (row, _) ->
                new DayReport.LineRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    Waits.of(waits(handle, day, row.getString(1)), target)))
        .list();
  }

  private static Map<Outcome, Integer> outcomes(Handle handle, LocalDate day) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    handle
        .createQuery(
            """
            SELECT outcome, COUNT(*) FROM services
            WHERE finished_day = :day AND outcome NOT IN ('TRANSFERRED', 'VOID') GROUP BY outcome
            """)
        .bind("day", day)
        .map((row, _) -> counts.put(Outcome.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  /** A rating as the table has it. */
  private record Rating(@Nullable Integer level, boolean byDefault, boolean silent) {}

  private static DayReport.Ratings ratings(Handle handle, LocalDate day) {
    List<Rating> all =
        new ArrayList<>(
            handle
                .createQuery(
                    "SELECT level, COALESCE(channel = 'DEFAULT', FALSE), silent FROM ratings"
                        + " WHERE hall_day = :day")
                .bind("day", day)
                .map(
                    (row, _) ->
                        new Rating(
                            row.getObject(1, Integer.class), row.getBoolean(2), row.getBoolean(3)))
                .list());
    Map<Integer, Integer> levels = new TreeMap<>(Comparator.reverseOrder());
    for (int level = 1; level <= 5; level++) {
      levels.put(level, 0);
    }
    int rated = 0;
    int satisfied = 0;
    for (Rating rating : all) {
      Integer level = rating.level();
      if (level != null && !rating.byDefault()) {
        levels.merge(level, 1, Integer::sum);
        rated++;
        satisfied += level >= SATISFIED ? 1 : 0;
      }
    }
    return new DayReport.Ratings(
        all.size(),
        rated,
        levels,
        (int) all.stream().filter(it -> it.level() == null && it.silent()).count(),
        (int) all.stream().filter(Rating::byDefault).count(),
        rated == 0 ? null : (double) satisfied / rated);
  }
}
