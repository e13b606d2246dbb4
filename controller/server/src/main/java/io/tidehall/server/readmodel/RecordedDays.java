package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.server.readmodel.RecordedDay.Cause;
import io.tidehall.server.readmodel.RecordedDay.Idle;
import io.tidehall.server.readmodel.RecordedDay.Left;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.readmodel.RecordedDay.Past;
import io.tidehall.server.readmodel.RecordedDay.StoodBack;
import io.tidehall.server.readmodel.RecordedDay.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads days that are over. */
public final class RecordedDays {
  private static final String DAY_END = "day-end";

  private final Handle handle;
  private final LocalDate day;
  private final PolicyPlan planned;

  /** Tickets whose service the end of the day cut off. */
  private final SortedSet<String> cutOff;

  /** When the slots began of those who were checked in in time, by ticket. */
  private final Map<String, Instant> slots = new TreeMap<>();

  /** How many a ticket that stood back has let through; it may do so once. */
  private final Map<String, Integer> places = new TreeMap<>();

  private RecordedDays(Handle handle, LocalDate day, HallPlan plan) {
    this.handle = handle;
    this.day = day;
    planned = plan.rules().chosenPolicy();
    cutOff =
        new TreeSet<>(
            handle
                .createQuery(
                    "SELECT ticket FROM services WHERE hall_day = ?"
                        + " AND (finished_at IS NULL OR outcome = 'VOID')")
                .bind(0, day)
                .mapTo(String.class)
                .list());
    handle
        .createQuery(
            "SELECT ticket, detail FROM audit WHERE hall_day = ? AND what = 'TicketDelayed'")
        .bind(0, day)
        .map((row, _) -> places.put(row.getString(1), Integer.valueOf(row.getString(2))))
        .list();
    handle
        .createQuery(
            "SELECT ticket, slot_from FROM bookings WHERE slot_day = ? AND stage = 'IN_TIME'")
        .bind(0, day)
        .map(
            (row, _) ->
                slots.put(
                    row.getString(1),
                    day.atTime(row.getObject(2, LocalTime.class))
                        .atZone(ZoneId.of(plan.zone()))
                        .toInstant()))
        .list();
  }

  /** The days that are over and on which somebody was called, the latest first. */
  public static List<Past> past(ReadModel model) {
    return model
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT d.hall_day, (SELECT COUNT(*) FROM tickets t
                          WHERE t.hall_day = d.hall_day)
                        FROM days d WHERE d.ended_at IS NOT NULL
                          AND EXISTS (SELECT 1 FROM calls c WHERE c.hall_day = d.hall_day)
                        ORDER BY d.hall_day DESC
                        """)
                    .map((row, _) -> new Past(row.getObject(1, LocalDate.class), row.getInt(2)))
                    .list());
  }

  /**
   * A day that is over.
   *
   * @param plan of the hall file: its policy's parameters hold where no manager chose others
   */
  public static RecordedDay read(ReadModel model, LocalDate day, HallPlan plan) {
    return model
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> new RecordedDays(handle, day, plan).read());
  }

  /** A row of {@code window_states}. */
  private record State(
      String window,
      String state,
      Instant from,
      @Nullable Instant to,
      String kind,
      String lines,
      @Nullable String ticket) {
    boolean busy() {
      return state.equals("CALLED") || state.equals("SERVING");
    }
  }

  /**
   * A row of {@code waits}; one that moved to another lane, or whose holder stood back, is one with
   * what follows.
   */
  private record Wait(
      String ticket,
      LineId line,
      boolean green,
      Cause cause,
      boolean toOneWindow,
      Instant came,
      Instant since,
      @Nullable Instant to,
      @Nullable String ending,
      @Nullable String window,
      @Nullable Instant stoodBack) {
    /** This wait and the one before it, as one. */
    Wait after(Wait before) {
      boolean backed = "DELAYED".equals(before.ending());
      Instant when = backed ? before.to() : before.stoodBack();
      return new Wait(
          ticket,
          line,
          green,
          when == null ? cause : Cause.DELAYED,
          toOneWindow,
          before.came(),
          before.since(),
          to,
          ending,
          window,
          when);
    }

    boolean goesOn() {
      return "MOVED".equals(ending) || "DELAYED".equals(ending);
    }
  }

  private RecordedDay read() {
    List<State> states = states();
    Map<String, List<State>> byTicket = new TreeMap<>();
    for (State state : states) {
      if (state.ticket() != null && state.busy()) {
        byTicket.computeIfAbsent(state.ticket(), _ -> new ArrayList<>()).add(state);
      }
    }
    List<Visit> visits = new ArrayList<>();
    List<Wait> waits = waits();
    for (int i = 0; i < waits.size(); i++) {
      Wait wait = waits.get(i);
      if ("CALLED".equals(wait.ending()) && wait.to() != null && wait.window() != null) {
        Instant next = nextCall(waits, i);
        visits.add(visit(wait, next, byTicket.getOrDefault(wait.ticket(), List.of())));
      }
    }
    visits.sort(Comparator.comparing(Visit::came).thenComparing(Visit::called));
    return new RecordedDay(day, policy(), policies(), visits, manned(states), left());
  }

  private Visit visit(Wait wait, Instant next, List<State> its) {
    Instant called = Objects.requireNonNull(wait.to());
    Duration handled = Duration.ZERO;
    boolean served = false;
    boolean known = true;
    for (State state : its) {
      if (!state.from().isBefore(called) && state.from().isBefore(next)) {
        known &= state.to() != null;
        handled =
            state.to() == null ? handled : handled.plus(Duration.between(state.from(), state.to()));
        served |= state.state().equals("SERVING");
      }
    }
    Instant slot = slots.get(wait.ticket());
    boolean first = wait.cause() == Cause.ISSUED || wait.stoodBack() != null;
    return new Visit(
        wait.line(),
        wait.green()
            ? PriorityClass.GREEN
            : slot == null ? PriorityClass.NORMAL : PriorityClass.BOOKED,
        wait.cause(),
        wait.toOneWindow(),
        slot == null ? wait.since() : wait.came(),
        wait.since(),
        slot == null || !first ? wait.since() : slot,
        called,
        new WindowId(Objects.requireNonNull(wait.window())),
        !served,
        known && !cutOff.contains(wait.ticket()) ? handled : null,
        wait.stoodBack() == null
            ? null
            : new StoodBack(wait.stoodBack(), places.getOrDefault(wait.ticket(), 1)));
  }

  private static Instant nextCall(List<Wait> waits, int at) {
    for (int i = at + 1; i < waits.size(); i++) {
      if (!waits.get(i).ticket().equals(waits.get(at).ticket())) {
        break;
      }
      if ("CALLED".equals(waits.get(i).ending()) && waits.get(i).to() != null) {
        return Objects.requireNonNull(waits.get(i).to());
      }
    }
    return Instant.MAX;
  }

  private List<Wait> waits() {
    List<Wait> merged = new ArrayList<>();
    Wait before = null;
    for (Wait wait : waitRows()) {
      Wait its =
          before != null && before.ticket().equals(wait.ticket()) ? wait.after(before) : wait;
      before = its.goesOn() ? its : null;
      if (before == null) {
        merged.add(its);
      }
    }
    return merged;
  }

  private List<Wait> waitRows() {
    return handle
        .createQuery(
            """
            SELECT w.ticket, w.line, t.green IS NOT NULL, w.cause, w.lane_kind <> 'LINE', w.from_at,
                   w.since_at, w.to_at, w.ending, w.window_id
            FROM waits w JOIN tickets t ON t.ticket = w.ticket
            WHERE w.hall_day = ? ORDER BY w.ticket, w.nth
            """)
        .bind(0, day)
        .map(
            (row, _) ->
                new Wait(
                    row.getString(1),
                    new LineId(row.getString(2)),
                    row.getBoolean(3),
                    Cause.valueOf(row.getString(4)),
                    row.getBoolean(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    instant(row, 8),
                    row.getString(9),
                    row.getString(10),
                    null))
        .list();
  }

  private List<State> states() {
    return handle
        .createQuery(
            """
            SELECT window_id, state, from_at, to_at, kind, lines, ticket
            FROM window_states WHERE hall_day = ? ORDER BY window_id, id
            """)
        .bind(0, day)
        .map(
            (row, _) ->
                new State(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    instant(row, 4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7)))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** States that follow each other without a break, a pause, or another scope. */
  private static List<Manned> manned(List<State> states) {
    List<Manned> manned = new ArrayList<>();
    for (State state : states) {
      Instant to = state.to();
      if (to == null || state.state().equals("PAUSED")) {
        continue;
      }
      List<Idle> free = state.busy() ? List.of() : List.of(new Idle(state.from(), to));
      var next =
          new Manned(
              new WindowId(state.window()),
              WindowKind.valueOf(state.kind()),
              Stream.of(state.lines().split(",", -1))
                  .filter(it -> !it.isEmpty())
                  .map(LineId::new)
                  .toList(),
              state.from(),
              to,
              free);
      Manned last = manned.isEmpty() ? null : manned.getLast();
      if (last != null && follows(last, next)) {
        manned.set(
            manned.size() - 1,
            new Manned(
                last.window(),
                last.kind(),
                last.lines(),
                last.from(),
                to,
                Stream.concat(last.free().stream(), free.stream()).toList()));
      } else {
        manned.add(next);
      }
    }
    return manned;
  }

  private static boolean follows(Manned last, Manned next) {
    return last.window().equals(next.window())
        && last.kind() == next.kind()
        && last.lines().equals(next.lines())
        && !next.from().isAfter(last.to());
  }

  private PolicyPlan policy() {
    String name =
        handle
            .createQuery(
                """
                SELECT policy FROM calls WHERE hall_day = ?
                GROUP BY policy ORDER BY COUNT(*) DESC, policy FETCH FIRST ROW ONLY
                """)
            .bind(0, day)
            .mapTo(String.class)
            .findOne()
            .orElse("");
    return handle
        .createQuery(
            """
            SELECT detail FROM audit WHERE what = 'PolicyChanged' AND hall_day <= :day
              AND (detail = :name OR detail LIKE :name || ' %')
            ORDER BY seq DESC, nth DESC FETCH FIRST ROW ONLY
            """)
        .bind("day", day)
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .map(RecordedDays::parsed)
        .orElse(planned.name().equals(name) ? planned : PolicyPlan.of(name));
  }

  /** What {@link PolicyPlan#toString} wrote. */
  private static PolicyPlan parsed(String text) {
    String[] parts = text.split(" ", -1);
    PolicyPlan plan = PolicyPlan.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      plan = plan.with(pair[0], Double.parseDouble(pair[1]));
    }
    return plan;
  }

  private int policies() {
    return number("SELECT COUNT(DISTINCT policy) FROM calls WHERE hall_day = :day");
  }

  private Left left() {
    String left =
        "SELECT COUNT(*) FROM waits w JOIN tickets t ON t.ticket = w.ticket"
            + " WHERE w.hall_day = :day AND w.ending = 'VOID' AND t.void_reason ";
    return new Left(number(left + "<> '" + DAY_END + "'"), number(left + "= '" + DAY_END + "'"));
  }

  private int number(String sql) {
    return handle.createQuery(sql).bind("day", day).mapTo(Integer.class).one();
  }
}
