package io.tidehall.server.report;

import io.tidehall.server.report.DayReport.ForecastRow;
import io.tidehall.server.report.DayReport.Forecasts;
import io.tidehall.server.report.DayReport.Load;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Holds what the hall told its visitors to what came: the forecasts that were told, of tickets that
 * had others ahead and were called. Rough estimates are counted and not scored.
 */
final class ForecastDay {
  /** From so many people ahead on, many wait. */
  private static final int MANY = 5;

  private ForecastDay() {}

  private record Outcome(
      String line,
      String zh,
      String en,
      int ahead,
      boolean told,
      double low,
      double median,
      double high,
      double came) {}

  static Forecasts of(Handle handle, LocalDate day) {
    List<Outcome> all = outcomes(handle, day);
    List<Outcome> told = all.stream().filter(Outcome::told).toList();
    List<ForecastRow> rows = new ArrayList<>();
    add(rows, "", "", "", told);
    Map<String, List<Outcome>> byLine = new LinkedHashMap<>();
    told.forEach(it -> byLine.computeIfAbsent(it.line(), _ -> new ArrayList<>()).add(it));
    byLine.forEach((line, its) -> add(rows, line, its.getFirst().zh(), its.getFirst().en(), its));
    return new Forecasts(all.size(), told.size(), rows);
  }

  private static void add(
      List<ForecastRow> rows, String line, String zh, String en, List<Outcome> told) {
    for (Load load : Load.values()) {
      Predicate<Outcome> counts =
          switch (load) {
            case ALL -> _ -> true;
            case FEW -> it -> it.ahead() < MANY;
            case MANY -> it -> it.ahead() >= MANY;
          };
      List<Outcome> its = told.stream().filter(counts).toList();
      if (!its.isEmpty()) {
        rows.add(row(line, zh, en, load, its));
      }
    }
  }

  private static ForecastRow row(
      String line, String zh, String en, Load load, List<Outcome> outcomes) {
    double error = 0;
    double bias = 0;
    int covered = 0;
    for (Outcome it : outcomes) {
      error += Math.abs(it.median() - it.came());
      bias += it.median() - it.came();
      covered += it.low() <= it.came() && it.came() <= it.high() ? 1 : 0;
    }
    int count = outcomes.size();
    return new ForecastRow(
        line,
        zh,
        en,
        load,
        count,
        Math.round(60 * error / count),
        Math.round(60 * bias / count),
        (double) covered / count);
  }

  private static List<Outcome> outcomes(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT t.line, COALESCE(l.zh, t.line), COALESCE(l.en, t.line), t.ahead, t.told,
                   held_low, held_median, held_high, w.seconds / 60.0
            FROM tickets t
            JOIN wait_times w ON w.ticket = t.ticket AND w.cause = 'ISSUED'
            LEFT JOIN lines l ON l.line = t.line
            WHERE t.hall_day = ? AND t.ahead > 0 ORDER BY l.position NULLS LAST, t.line
            """)
        .bind(0, day)
        .map(
            (row, _) ->
                new Outcome(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getBoolean(5),
                    row.getDouble(6),
                    row.getDouble(7),
                    row.getDouble(8),
                    row.getDouble(9)))
        .list();
  }
}
