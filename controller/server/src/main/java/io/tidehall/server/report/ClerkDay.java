package io.tidehall.server.report;

import io.tidehall.server.readmodel.ReadModel;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A clerk's own day: what she has done, and how often each rating was given. Who rated is not in it
 * and cannot be worked out from how the figures change: ratings are counted by five, in the order
 * in which they came.
 *
 * @param served services that she has ended with an outcome
 * @param meanServiceSeconds mean handling without held time; null before the first
 * @param rated how many visitors have rated, down to a multiple of five
 * @param levels how often each level from 5 to 1 among these
 */
public record ClerkDay(
    int served,
    @Nullable Long meanServiceSeconds,
    int rated,
    Map<Integer, Integer> levels,
    int notices) {
  /** So many ratings are told together. */
  private static final int BATCH = 5;

  /** The newest day that there is, of a clerk. */
  public static ClerkDay of(ReadModel model, String clerk) {
    LocalDate day = model.progress().day();
    return model.jdbi().withHandle(handle -> of(handle, day, clerk));
  }

  private static ClerkDay of(Handle handle, LocalDate day, String clerk) {
    List<Integer> given =
        handle
            .createQuery(
                """
                SELECT level FROM ratings
                WHERE hall_day = ? AND clerk = ? AND level IS NOT NULL
                  AND COALESCE(channel <> 'DEFAULT', TRUE) ORDER BY at, service
                """)
            .bind(0, day)
            .bind(1, clerk)
            .mapTo(Integer.class)
            .list();
    int rated = given.size() - given.size() % BATCH;
    Map<Integer, Integer> levels = new TreeMap<>(Comparator.reverseOrder());
    for (int level = 1; level <= 5; level++) {
      levels.put(level, Collections.frequency(given.subList(0, rated), level));
    }
    return handle
        .createQuery(
            """
            SELECT COUNT(*), ROUND(AVG(CAST(seconds AS DOUBLE))),
                   (SELECT COUNT(*) FROM notices WHERE hall_day = :day AND clerk = :clerk)
            FROM service_times WHERE finished_day = :day AND clerk = :clerk
              AND outcome NOT IN ('TRANSFERRED', 'VOID')
            """)
        .bind("day", day)
        .bind("clerk", clerk)
        .map(
            (row, _) ->
                new ClerkDay(
                    row.getInt(1), row.getObject(2, Long.class), rated, levels, row.getInt(3)))
        .one();
  }
}
