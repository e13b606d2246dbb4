package io.tidehall.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How often and how long the tidal windows were open on a day. */
final class TideDay {
  private TideDay() {}

  private record Happened(String window, String zh, String en, String what, Instant at) {}

  static List<DayReport.TideRow> rows(Handle handle, LocalDate day, Instant asOf) {
    Map<String, List<Happened>> byWindow = new LinkedHashMap<>();
    for (Happened it : happened(handle, day)) {
      byWindow.computeIfAbsent(it.window(), _ -> new ArrayList<>()).add(it);
    }
    return byWindow.values().stream().map(it -> row(handle, day, it, asOf)).toList();
  }

  private static DayReport.TideRow row(
      Handle handle, LocalDate day, List<Happened> events, Instant asOf) {
    Happened any = events.getFirst();
    Duration open = Duration.ZERO;
    @Nullable Instant since = null;
    for (Happened it : events) {
      if (it.what().equals("OPENED") && since == null) {
        since = it.at();
      } else if (it.what().equals("CLOSED") && since != null) {
        open = open.plus(Duration.between(since, it.at()));
        since = null;
      }
    }
    if (since != null) {
      open = open.plus(Duration.between(since, asOf));
    }
    return new DayReport.TideRow(
        any.window(),
        any.zh(),
        any.en(),
        count(events, "OPENED"),
        open.toSeconds(),
        manned(handle, day, any.window(), asOf),
        count(events, "PROPOSED"),
        count(events, "REFUSED"),
        count(events, "EXPIRED"));
  }

  private static int count(List<Happened> events, String what) {
    return (int) events.stream().filter(it -> it.what().equals(what)).count();
  }

  private static long manned(Handle handle, LocalDate day, String window, Instant asOf) {
    return handle
        .createQuery(
            "SELECT from_at, to_at FROM window_states WHERE hall_day = ? AND window_id = ?")
        .bind(0, day)
        .bind(1, window)
        .map(
            (row, _) -> {
              Instant from = row.getObject(1, OffsetDateTime.class).toInstant();
              @Nullable OffsetDateTime to = row.getObject(2, OffsetDateTime.class);
              return Duration.between(from, to == null ? asOf : to.toInstant());
            })
        .stream()
        .reduce(Duration.ZERO, Duration::plus)
        .toSeconds();
  }

  private static List<Happened> happened(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT e.window_id, COALESCE(w.zh, ''), COALESCE(w.en, ''), e.what, e.at
            FROM tide_events e LEFT JOIN windows w ON w.window_id = e.window_id
            WHERE e.hall_day = ? ORDER BY w.position, e.id
            """)
        .bind(0, day)
        .map(
            (row, _) ->
                new Happened(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant()))
        .list();
  }
}
