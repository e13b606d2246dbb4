package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.server.readmodel.History.OfLine;
import io.tidehall.server.readmodel.History.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads a hall's last days; however long the log, the work is bounded. */
public final class Histories {
  private static final int MOST_OUTCOMES = 60_000;

  private final Handle handle;
  private final LocalDate from;
  private final LocalDate day;
  private final Map<LineId, OfLine> lines = new TreeMap<>();

  private Histories(Handle handle, LocalDate from, LocalDate day) {
    this.handle = handle;
    this.from = from;
    this.day = day;
  }

  /**
   * What the last days teach for a day of the hall.
   *
   * @param days calendar days before it that count
   */
  public static History read(ReadModel model, LocalDate day, int days, ZoneId zone) {
    return model
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> new Histories(handle, day.minusDays(days), day).read(zone));
  }

  private History read(ZoneId zone) {
    tickets();
    services();
    calls();
    double walk =
        number(
            "SELECT AVG(CAST(seconds AS DOUBLE)) / 60 FROM walk_times"
                + " WHERE hall_day BETWEEN :from AND :yesterday");
    double noShow =
        number(
            "SELECT AVG(EXTRACT(EPOCH FROM (missed_at - at))) / 60 FROM calls"
                + " WHERE hall_day BETWEEN :from AND :yesterday AND missed_at IS NOT NULL");
    double green =
        number(
            "SELECT CAST(COUNT(green) AS DOUBLE) / NULLIF(COUNT(*), 0) FROM tickets"
                + " WHERE hall_day BETWEEN :from AND :yesterday");
    double days =
        number(
            "SELECT COUNT(DISTINCT hall_day) FROM tickets"
                + " WHERE hall_day BETWEEN :from AND :yesterday");
    return new History(
        day,
        (int) days,
        lines,
        slots(zone),
        known(green, 0),
        orNull(walk),
        orNull(noShow),
        outcomes());
  }

  private double number(String sql) {
    return handle
        .createQuery(sql)
        .bind("from", from)
        .bind("yesterday", day.minusDays(1))
        .map(
            (row, _) -> {
              double value = row.getDouble(1);
              return row.wasNull() ? Double.NaN : value;
            })
        .one();
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private void change(String line, UnaryOperator<OfLine> with) {
    var id = new LineId(line);
    lines.put(id, with.apply(lines.getOrDefault(id, OfLine.NOTHING)));
  }

  private void tickets() {
    handle
        .createQuery(
            "SELECT line, COUNT(*) FROM tickets WHERE hall_day >= ? AND hall_day < ? GROUP BY line")
        .bind(0, from)
        .bind(1, day)
        .map(
            (row, _) -> {
              int count = row.getInt(2);
              change(row.getString(1), it -> it.withTickets(count));
              return count;
            })
        .list();
  }

  private void services() {
    handle
        .createQuery(
            """
            SELECT line, COUNT(*), AVG(CAST(seconds AS DOUBLE)) / 60,
                   COALESCE(STDDEV_SAMP(CAST(seconds AS DOUBLE)), 0) / 60
            FROM service_times WHERE finished_day >= ? GROUP BY line
            """)
        .bind(0, from)
        .map(
            (row, _) -> {
              int count = row.getInt(2);
              double mean = row.getDouble(3);
              double spread = row.getDouble(4);
              change(row.getString(1), it -> it.withServices(count, mean, spread));
              return count;
            })
        .list();
  }

  private void calls() {
    handle
        .createQuery(
            "SELECT line, COUNT(*), COUNT(missed_at) FROM calls WHERE hall_day >= ? GROUP BY line")
        .bind(0, from)
        .map(
            (row, _) -> {
              int count = row.getInt(2);
              int missed = row.getInt(3);
              change(row.getString(1), it -> it.withCalls(count, missed));
              return count;
            })
        .list();
  }

  private Map<Integer, Integer> slots(ZoneId zone) {
    Map<Integer, Integer> slots = new TreeMap<>();
    long seconds = History.SLOT * 60L;
    handle
        .createQuery(
            """
            SELECT slot, COUNT(*) FROM (
              SELECT CAST(FLOOR(EXTRACT(EPOCH FROM issued_at) / CAST(:seconds AS INT)) AS BIGINT)
                AS slot FROM tickets WHERE hall_day >= :from AND hall_day < :day)
            GROUP BY slot
            """)
        .bind("seconds", seconds)
        .bind("from", from)
        .bind("day", day)
        .map(
            (row, _) -> {
              var local =
                  Instant.ofEpochSecond(row.getLong(1) * seconds).atZone(zone).toLocalTime();
              slots.merge(local.toSecondOfDay() / (int) seconds, row.getInt(2), Integer::sum);
              return local;
            })
        .list();
    return slots;
  }

  private List<Outcome> outcomes() {
    return handle
        .createQuery(
            """
            SELECT t.hall_day, raw_low, raw_median, raw_high, held_low, held_median, held_high, told,
                   w.seconds / 60.0
            FROM tickets t JOIN wait_times w ON w.ticket = t.ticket AND w.cause = 'ISSUED'
            WHERE t.hall_day >= :from AND t.ahead > 0 AND raw_low IS NOT NULL
            ORDER BY t.hall_day DESC, w.to_at DESC LIMIT :most
            """)
        .bind("from", from)
        .bind("most", MOST_OUTCOMES)
        .map(
            (row, _) ->
                new Outcome(
                    row.getObject(1, LocalDate.class),
                    new Promise(
                        new Promise.Minutes(row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                        new Promise.Minutes(row.getDouble(5), row.getDouble(6), row.getDouble(7)),
                        row.getBoolean(8)),
                    row.getDouble(9)))
        .list()
        .reversed();
  }
}
