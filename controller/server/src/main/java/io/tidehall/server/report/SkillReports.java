package io.tidehall.server.report;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.skill.FieldWork;
import io.tidehall.hall.skill.SecondSkills;
import io.tidehall.hall.skill.SkillAdvice;
import io.tidehall.hall.skill.WindowWork;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.ReadModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Makes the advice on second skills from the last four weeks of the log. */
public final class SkillReports {
  /** Days with tickets before a mean is worth telling. */
  static final int ENOUGH = 5;

  private static final int WEEKS_DAYS = 28;

  private final Handle handle;
  private final HallState state;
  private final LocalDate from;

  private SkillReports(Handle handle, HallState state, LocalDate from) {
    this.handle = handle;
    this.state = state;
    this.from = from;
  }

  /**
   * The advice as the log stands.
   *
   * @param state how the hall is laid out now
   */
  public static SkillReport of(ReadModel model, HallState state) {
    LocalDate from = model.progress().day().minusDays(WEEKS_DAYS);
    return model
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> new SkillReports(handle, state, from).report());
  }

  /** What a window did. */
  private record Spent(double manned, double busy) {
    Spent plus(double minutes, boolean withTicket) {
      return new Spent(manned + minutes, busy + (withTicket ? minutes : 0));
    }

    double use() {
      return manned <= 0 ? 0 : busy / manned;
    }
  }

  private SkillReport report() {
    int days = number("SELECT COUNT(DISTINCT hall_day) FROM tickets");
    double open =
        handle
            .createQuery(
                """
                SELECT COALESCE(SUM(minutes), 0) FROM (
                  SELECT EXTRACT(EPOCH FROM (MAX(t.at) - MIN(t.at))) / 60 AS minutes
                  FROM calls t WHERE hall_day >= :from GROUP BY hall_day)
                """)
            .bind("from", from)
            .mapTo(Double.class)
            .one();
    if (days < ENOUGH || open <= 0) {
      return new SkillReport(days, ENOUGH, List.of());
    }
    Map<WindowId, Spent> spent = spent();
    List<WindowWork> windows = new ArrayList<>();
    spent.forEach((id, its) -> windows.add(work(id, its)));
    List<SkillAdvice> advice = SecondSkills.advise(open, fields(), windows);
    return new SkillReport(
        days,
        ENOUGH,
        advice.stream()
            .map(
                it ->
                    SkillReport.Row.of(
                        it,
                        spent.getOrDefault(it.window(), new Spent(0, 0)).use(),
                        linesOf(it.field()),
                        days))
            .toList());
  }

  private List<String> linesOf(String field) {
    return state.plan().lines().stream()
        .filter(it -> it.field().equals(field))
        .map(it -> it.id().value())
        .toList();
  }

  private WindowWork work(WindowId id, Spent spent) {
    HallPlan plan = state.plan();
    WindowPlan its = state.findWindow(id).map(Window::plan).orElseThrow();
    String home = its.home();
    List<String> fields =
        Eligibility.scope(plan, its).stream()
            .map(Line::field)
            .filter(it -> home == null || it.equals(home) || its.second().contains(it))
            .distinct()
            .toList();
    return new WindowWork(id, its.kind().specialised(), fields, spent.manned(), spent.busy());
  }

  private List<FieldWork> fields() {
    Map<String, FieldWork> fields = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT line, COUNT(*), COALESCE(SUM(seconds), 0) / 60.0 FROM service_times
            WHERE finished_day >= :from AND outcome <> 'VOID' GROUP BY line
            """)
        .bind("from", from)
        .map(
            (row, _) -> {
              int tickets = row.getInt(2);
              double minutes = row.getDouble(3);
              state
                  .plan()
                  .findLine(new LineId(row.getString(1)))
                  .ifPresent(
                      line ->
                          fields.merge(
                              line.field(),
                              new FieldWork(line.field(), tickets, minutes),
                              (a, b) ->
                                  new FieldWork(
                                      a.field(),
                                      a.tickets() + b.tickets(),
                                      a.minutes() + b.minutes())));
              return tickets;
            })
        .list();
    return List.copyOf(fields.values());
  }

  /** Windows that the hall still has, from the first call of each day to the last. */
  private Map<WindowId, Spent> spent() {
    Map<WindowId, Spent> spent = new TreeMap<>();
    handle
        .createQuery(
            """
            WITH span AS (
              SELECT hall_day, MIN(at) AS first_at, MAX(at) AS last_at FROM calls
              WHERE hall_day >= :from GROUP BY hall_day)
            SELECT w.window_id, w.state IN ('CALLED', 'SERVING'),
                   SUM(EXTRACT(EPOCH FROM (LEAST(w.to_at, s.last_at)
                       - GREATEST(w.from_at, s.first_at)))) / 60
            FROM window_states w JOIN span s ON s.hall_day = w.hall_day
            WHERE w.state <> 'PAUSED' AND w.to_at > s.first_at AND w.from_at < s.last_at
            GROUP BY w.window_id, w.state IN ('CALLED', 'SERVING')
            """)
        .bind("from", from)
        .map(
            (row, _) -> {
              var id = new WindowId(row.getString(1));
              boolean withTicket = row.getBoolean(2);
              double minutes = row.getDouble(3);
              if (state.findWindow(id).isPresent()) {
                spent.put(id, spent.getOrDefault(id, new Spent(0, 0)).plus(minutes, withTicket));
              }
              return minutes;
            })
        .list();
    return spent;
  }

  private int number(String sql) {
    return handle
        .createQuery(sql + " WHERE hall_day >= :from")
        .bind("from", from)
        .mapTo(Integer.class)
        .one();
  }
}
