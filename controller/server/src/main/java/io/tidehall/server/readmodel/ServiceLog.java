package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import java.time.LocalDate;
import java.util.List;

/**
 * How long services of a line took at a window.
 *
 * @param services how many ended with an outcome; one passed on or given up tells no speed
 * @param meanLog mean of the natural logarithm of their seconds: one that was forgotten for hours
 *     counts little
 */
public record ServiceLog(WindowId window, LineId line, int services, double meanLog) {
  /**
   * Those of the days before a day.
   *
   * @param days calendar days before it that count
   */
  public static List<ServiceLog> read(ReadModel model, LocalDate day, int days) {
    return model
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT window_id, line, COUNT(*),
                               AVG(LN(CAST(GREATEST(seconds, 1) AS DOUBLE PRECISION)))
                        FROM service_times WHERE finished_day >= ? AND finished_day < ?
                          AND outcome NOT IN ('TRANSFERRED', 'VOID')
                        GROUP BY window_id, line ORDER BY window_id, line
                        """)
                    .bind(0, day.minusDays(days))
                    .bind(1, day)
                    .map(
                        (row, _) ->
                            new ServiceLog(
                                new WindowId(row.getString(1)),
                                new LineId(row.getString(2)),
                                row.getInt(3),
                                row.getDouble(4)))
                    .list());
  }
}
