package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the hall is laid out, its days, and what its windows did. */
final class WindowRows {
  private WindowRows() {}

  /** The present state of a staffed window. */
  private record Present(
      long id,
      String state,
      String clerk,
      @Nullable String standingInFor,
      String kind,
      String lines,
      @Nullable String ticket,
      @Nullable String reason) {}

  static void configured(Writing to, HallPlan plan) {
    to.run(
        "UPDATE progress SET hall_zh = ?, hall_en = ?, wait_target_seconds = ?",
        plan.zh(),
        plan.en(),
        plan.rules().waitTarget().toSeconds());
    to.run("DELETE FROM lines");
    int position = 0;
    for (Line line : plan.lines()) {
      to.run(
          "INSERT INTO lines (line, position, prefix, zh, en) VALUES (?, ?, ?, ?, ?)",
          line.id(),
          ++position,
          line.prefix(),
          line.zh(),
          line.en());
    }
    to.run("DELETE FROM windows");
    position = 0;
    for (WindowPlan window : plan.windows()) {
      String lines = scope(Eligibility.scope(plan, window).stream().map(Line::id).toList());
      to.run(
          "INSERT INTO windows (window_id, position, zh, en, kind, lines) VALUES (?, ?, ?, ?, ?, ?)",
          window.id(),
          ++position,
          window.zh(),
          window.en(),
          window.kind(),
          lines);
      replan(to, window.id(), window.kind(), lines);
    }
  }

  static void dayBegun(Writing to, Event.DayBegun e) {
    to.run("UPDATE days SET ended_at = ? WHERE ended_at IS NULL", to.at());
    to.run("INSERT INTO days (hall_day, begun_at) VALUES (?, ?)", e.day(), to.at());
    List<String> staffed =
        to.handle()
            .createQuery("SELECT window_id FROM window_states WHERE to_at IS NULL ORDER BY id")
            .mapTo(String.class)
            .list();
    for (String id : staffed) {
      var window = new WindowId(id);
      present(to, window).ifPresent(it -> next(to, window, it, it));
    }
  }

  static void signedIn(Writing to, Event.ClerkSignedIn e) {
    to.run(
        """
        INSERT INTO window_states (hall_day, window_id, state, from_at, clerk, standing_in_for,
            kind, lines)
        SELECT ?, window_id, 'FREE', ?, ?, ?, kind, lines FROM windows WHERE window_id = ?
        """,
        to.day(),
        to.at(),
        e.clerk(),
        e.standingInFor(),
        e.window());
  }

  static void signedOut(Writing to, WindowId window) {
    present(to, window).ifPresent(it -> close(to, it.id()));
  }

  static void free(Writing to, WindowId window) {
    now(to, window, "FREE", null, null);
  }

  static void now(
      Writing to,
      WindowId window,
      String state,
      @Nullable TicketId ticket,
      @Nullable String reason) {
    present(to, window)
        .ifPresent(
            it ->
                next(
                    to,
                    window,
                    it,
                    new Present(
                        0,
                        state,
                        it.clerk(),
                        it.standingInFor(),
                        it.kind(),
                        it.lines(),
                        ticket == null ? null : ticket.value(),
                        reason)));
  }

  static void changed(Writing to, Event.WindowChanged e) {
    String lines = scope(e.scope());
    to.run(
        "UPDATE windows SET kind = ?, lines = ? WHERE window_id = ?", e.kind(), lines, e.window());
    replan(to, e.window(), e.kind(), lines);
  }

  private static void replan(Writing to, WindowId window, WindowKind kind, String lines) {
    present(to, window)
        .filter(it -> !it.kind().equals(kind.name()) || !it.lines().equals(lines))
        .ifPresent(
            it ->
                next(
                    to,
                    window,
                    it,
                    new Present(
                        0,
                        it.state(),
                        it.clerk(),
                        it.standingInFor(),
                        kind.name(),
                        lines,
                        it.ticket(),
                        it.reason())));
  }

  private static void next(Writing to, WindowId window, Present before, Present after) {
    close(to, before.id());
    to.run(
        """
        INSERT INTO window_states (hall_day, window_id, state, from_at, clerk, standing_in_for,
            kind, lines, ticket, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        to.day(),
        window,
        after.state(),
        to.at(),
        after.clerk(),
        after.standingInFor(),
        after.kind(),
        after.lines(),
        after.ticket(),
        after.reason());
  }

  /** Ends a state; one that took no time was never there. */
  private static void close(Writing to, long id) {
    to.run("UPDATE window_states SET to_at = ? WHERE id = ?", to.at(), id);
    to.run("DELETE FROM window_states WHERE id = ? AND from_at = to_at", id);
  }

  private static Optional<Present> present(Writing to, WindowId window) {
    return to.handle()
        .createQuery(
            """
            SELECT id, state, clerk, standing_in_for, kind, lines, ticket, reason
            FROM window_states WHERE window_id = ? AND to_at IS NULL
            """)
        .bind(0, window.value())
        .map(
            (row, _) ->
                new Present(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8)))
        .findOne();
  }

  private static String scope(List<LineId> lines) {
    return lines.stream().distinct().sorted().map(LineId::value).collect(Collectors.joining(","));
  }
}
