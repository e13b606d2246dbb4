package io.tidehall.server.report;

import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.server.report.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How the windows spent a day, and whether they were idle while somebody waited. */
final class WindowDay {
  private WindowDay() {}

  /** What a window did for a while, and whom it might have served. */
  private record State(
      String window,
      String state,
      Span span,
      String clerk,
      @Nullable String standingInFor,
      List<String> lines) {
    boolean mayServe(Wait wait) {
      return switch (wait.kind()) {
        case LINE -> lines.contains(wait.lane());
        case WINDOW -> window.equals(wait.lane());
        case CLERK -> clerk.equals(wait.lane()) || wait.lane().equals(standingInFor);
      };
    }

    boolean idle() {
      return state.equals("FREE") || state.equals("ASKED");
    }

    boolean busy() {
      return state.equals("CALLED") || state.equals("SERVING");
    }
  }

  /** A ticket that waits for a while. */
  private record Wait(Lane.Kind kind, String lane, Span span) {}

  /** A window's name and what the day's counters say. */
  private record Counted(
      String window,
      String zh,
      String en,
      WindowKind kind,
      int called,
      int finished,
      int noShows,
      @Nullable Long meanService) {}

  static List<DayReport.WindowRow> rows(Handle handle, LocalDate day, Instant asOf) {
    List<Wait> waits = waits(handle, day, asOf);
    Spans anybody = Spans.of(waits.stream().map(Wait::span).toList());
    Map<String, List<State>> states = new HashMap<>();
    for (State state : states(handle, day, asOf)) {
      states.computeIfAbsent(state.window(), _ -> new ArrayList<>()).add(state);
    }
    List<State> all = states.values().stream().flatMap(List::stream).toList();
    return counted(handle, day).stream()
        .map(it -> row(it, states.getOrDefault(it.window(), List.of()), all, waits, anybody))
        .toList();
  }

  /** When a clerk was busy at other windows: meanwhile this one is not idle. */
  private static Spans elsewhere(List<State> all, State here) {
    return Spans.of(
        all.stream()
            .filter(it -> it.busy() && it.clerk().equals(here.clerk()))
            .filter(it -> !it.window().equals(here.window()))
            .map(State::span)
            .toList());
  }

  private static DayReport.WindowRow row(
      Counted window, List<State> states, List<State> all, List<Wait> waits, Spans anybody) {
    Duration staffed = Duration.ZERO;
    Duration busy = Duration.ZERO;
    Duration paused = Duration.ZERO;
    Duration away = Duration.ZERO;
    Duration idle = Duration.ZERO;
    Duration idleWhileEligible = Duration.ZERO;
    Duration idleWhileAny = Duration.ZERO;
    Map<String, Spans> eligible = new HashMap<>();
    Map<String, Spans> elsewhere = new HashMap<>();
    for (State state : states) {
      Duration length = Duration.between(state.span().from(), state.span().to());
      staffed = staffed.plus(length);
      if (state.idle()) {
        List<Span> here =
            elsewhere
                .computeIfAbsent(state.clerk(), _ -> elsewhere(all, state))
                .outside(state.span());
        Duration idling = Spans.of(here).length();
        idle = idle.plus(idling);
        away = away.plus(length.minus(idling));
        String who = state.lines() + "/" + state.clerk() + "/" + state.standingInFor();
        Spans served =
            eligible.computeIfAbsent(
                who,
                _ -> Spans.of(waits.stream().filter(state::mayServe).map(Wait::span).toList()));
        for (Span part : here) {
          idleWhileEligible = idleWhileEligible.plus(served.within(part));
          idleWhileAny = idleWhileAny.plus(anybody.within(part));
        }
      } else if (state.state().equals("PAUSED")) {
        paused = paused.plus(length);
      } else {
        busy = busy.plus(length);
      }
    }
    Duration open = staffed.minus(paused).minus(away);
    return new DayReport.WindowRow(
        window.window(),
        window.zh(),
        window.en(),
        window.kind(),
        window.called(),
        window.finished(),
        window.noShows(),
        window.meanService(),
        staffed.toSeconds(),
        busy.toSeconds(),
        paused.toSeconds(),
        open.toSeconds(),
        idle.toSeconds(),
        idleWhileEligible.toSeconds(),
        idleWhileAny.toSeconds(),
        share(busy, staffed),
        share(idleWhileEligible, open),
        share(idleWhileAny, open));
  }

  private static @Nullable Double share(Duration part, Duration whole) {
    return whole.isZero() ? null : (double) part.toMillis() / whole.toMillis();
  }

  private static List<State> states(Handle handle, LocalDate day, Instant asOf) {
    return handle
        .createQuery(
            """
            SELECT window_id, state, from_at, to_at, clerk, standing_in_for, lines
            FROM window_states WHERE hall_day = :day ORDER BY id
            """)
        .bind("day", day)
        .map(
            (row, _) ->
                new State(
                    row.getString(1),
                    row.getString(2),
                    span(
                        row.getObject(3, OffsetDateTime.class),
                        row.getObject(4, OffsetDateTime.class),
                        asOf),
                    row.getString(5),
                    row.getString(6),
                    List.of(row.getString(7).split(",", -1))))
        .list();
  }

  private static List<Wait> waits(Handle handle, LocalDate day, Instant asOf) {
    return handle
        .createQuery("SELECT lane_kind, lane, from_at, to_at FROM waits WHERE hall_day = :day")
        .bind("day", day)
        .map(
            (row, _) ->
                new Wait(
                    Lane.Kind.valueOf(row.getString(1)),
                    row.getString(2),
                    span(
                        row.getObject(3, OffsetDateTime.class),
                        row.getObject(4, OffsetDateTime.class),
                        asOf)))
        .list();
  }

  private static Span span(OffsetDateTime from, @Nullable OffsetDateTime to, Instant asOf) {
    return new Span(from.toInstant(), to == null ? asOf : to.toInstant());
  }

  private static List<Counted> counted(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            WITH used AS (
              SELECT window_id FROM windows
              UNION SELECT window_id FROM window_states WHERE hall_day = :day)
            SELECT u.window_id, COALESCE(w.zh, u.window_id), COALESCE(w.en, u.window_id),
              COALESCE(
                (SELECT kind FROM window_states s
                 WHERE s.hall_day = :day AND s.window_id = u.window_id
                 ORDER BY id DESC FETCH FIRST ROW ONLY),
                w.kind),
              (SELECT COUNT(*) FROM calls c
                 WHERE c.hall_day = :day AND c.window_id = u.window_id),
              (SELECT COUNT(*) FROM services s
                 WHERE s.finished_day = :day AND s.window_id = u.window_id
                 AND s.outcome NOT IN ('TRANSFERRED', 'VOID')),
              (SELECT COUNT(missed_at) FROM calls c
                 WHERE c.hall_day = :day AND c.window_id = u.window_id),
              (SELECT ROUND(AVG(CAST(seconds AS DOUBLE))) FROM service_times s
                 WHERE s.finished_day = :day AND s.window_id = u.window_id)
            FROM used u LEFT JOIN windows w ON w.window_id = u.window_id
            ORDER BY w.position NULLS LAST, u.window_id
            """)
        .bind("day", day)
        .map(
            (row, _) ->
                new Counted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    WindowKind.valueOf(row.getString(4)),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getObject(8, Long.class)))
        .list();
  }
}
