package io.tidehall.server.forecast;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import io.tidehall.server.readmodel.History;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.forecast.Calibration;
import io.tidehall.simulator.forecast.Demand;
import io.tidehall.simulator.forecast.Forecaster;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import io.tidehall.simulator.forecast.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Forecasts a hall with what its history teaches. For one thread. */
final class Forecasting {
  /** Outcomes of earlier days from which on a range is told. */
  static final int ENOUGH = 150;

  private static final int FUTURES = 40;
  private static final long SEED = 1;
  private static final long FREELY = -1;

  private final History history;
  private final Calibration calibration;
  private @Nullable Model model;

  Forecasting(History history) {
    this(history, learned(history));
  }

  private Forecasting(History history, Calibration calibration) {
    this.history = history;
    this.calibration = calibration;
  }

  /** One more with the same knowledge, for another thread. */
  Forecasting beside() {
    return new Forecasting(history, calibration);
  }

  /** Whether enough has come true to tell people what is forecast. */
  boolean learned() {
    return calibration.outcomes() >= ENOUGH;
  }

  /** What a simulation is built from; while it stays the same, so does the simulator. */
  record Basis(HallPlan plan, PolicyPlan policy, List<WindowPlan> windows, List<WindowId> open) {
    static Basis of(HallState state) {
      List<WindowId> open = new ArrayList<>();
      for (Window window : state.windows().values()) {
        if (window instanceof Window.Open) {
          open.add(window.id());
        }
      }
      return new Basis(
          state.plan(),
          state.steering().policy(),
          state.windows().values().stream().map(Window::plan).toList(),
          open);
    }
  }

  /** A simulator of the hall, with who has come today. */
  record Model(Basis basis, Layout layout, Demand demand, Forecaster forecaster) {}

  /** A simulator of a hall that is only supposed. */
  Model supposed(HallState state, Instant now) {
    LocalDate day = state.plan().dayAt(now);
    return counted(state, made(state, Basis.of(state), day), day);
  }

  HallForecast forecast(HallState state, Instant now) {
    LocalDate day = state.plan().dayAt(now);
    Model its = model(state, day);
    Standing hall = Standing.of(state, its.layout(), now);
    boolean green = !state.plan().greenReasons().isEmpty();
    return new HallForecast(
        now,
        state.seq(),
        learned(),
        promises(state, its, hall.floor(), PriorityClass.NORMAL),
        green ? promises(state, its, hall.floor(), PriorityClass.GREEN) : Map.of(),
        left(state, its, hall));
  }

  private Model model(HallState state, LocalDate day) {
    Basis basis = Basis.of(state);
    @Nullable Model known = model;
    Model its = known != null && known.basis().equals(basis) ? known : made(state, basis, day);
    model = its;
    return counted(state, its, day);
  }

  private static Model counted(HallState state, Model its, LocalDate day) {
    its.demand().newDay();
    if (day.equals(state.day())) {
      came(state, its);
    }
    return its;
  }

  private Model made(HallState state, Basis basis, LocalDate day) {
    var layout = new Layout(HallScenario.of(state, history, day));
    var demand = new Demand(layout);
    var policy = Policies.of(basis.policy());
    return new Model(basis, layout, demand, new Forecaster(layout, policy, demand, FUTURES, SEED));
  }

  private static void came(HallState state, Model its) {
    for (int line = 0; line < state.plan().lines().size(); line++) {
      @Nullable Integer issued = state.issued().get(state.plan().lines().get(line).id());
      for (int i = 0; issued != null && i < issued; i++) {
        its.demand().came(line);
      }
    }
  }

  private Map<LineId, Promise> promises(
      HallState state, Model its, SimulatedFloor hall, PriorityClass priority) {
    Map<LineId, Promise> promises = new TreeMap<>();
    ofNew(state, its, hall, priority, FREELY)
        .forEach((line, raw) -> promises.put(line, promise(raw)));
    return promises;
  }

  /**
   * The wait of one ticket more in each line that is served, one after another: they do not meet
   * each other.
   *
   * @param question of the first line, the next of the next; negative for any futures
   */
  static Map<LineId, Range> ofNew(
      HallState state, Model its, SimulatedFloor hall, PriorityClass priority, long question) {
    Map<LineId, Range> ranges = new TreeMap<>();
    var floor = new SimulatedFloor(its.layout());
    List<Line> lines = state.plan().lines();
    int ticketClass = its.layout().classOf(priority.id());
    for (int line = 0; line < lines.size(); line++) {
      if (served(its.layout(), hall, line, false)) {
        Range raw = Range.NONE;
        if (!served(its.layout(), hall, line, true)) {
          floor.copyFrom(hall);
          int[] ticket = {floor.issue(hall.minute(), line, ticketClass)};
          raw =
              question < 0
                  ? its.forecaster().ranges(floor, ticket, staffing(state))[0]
                  : its.forecaster().ranges(floor, ticket, staffing(state), question + line)[0];
        }
        ranges.put(lines.get(line).id(), raw);
      }
    }
    return ranges;
  }

  /** Tidal windows open only when they are asked to. */
  static Staffing staffing(HallState state) {
    return new Staffing(false, Standing.lag(state));
  }

  private static boolean served(Layout layout, SimulatedFloor hall, int line, boolean atOnce) {
    for (int window : layout.windowsOf(line)) {
      Stage stage = hall.stage(window);
      if (atOnce ? stage == Stage.IDLE : stage != Stage.CLOSED && !hall.ending(window)) {
        return true;
      }
    }
    return false;
  }

  private Promise promise(Range raw) {
    return new Promise(minutes(raw.atLeast(0)), held(raw), learned());
  }

  /** A range of a ticket taken now, held to what came true. */
  Promise.Minutes held(Range raw) {
    return minutes(raw.high() == 0 ? raw : calibration.calibrated(raw));
  }

  private Map<TicketId, Promise.Minutes> left(HallState state, Model its, Standing hall) {
    Map<TicketId, Promise.Minutes> left = new TreeMap<>();
    List<TicketId> ids = List.copyOf(hall.waiting().keySet());
    int[] tickets = hall.waiting().values().stream().mapToInt(Integer::intValue).toArray();
    Range[] ranges = its.forecaster().ranges(hall.floor(), tickets, staffing(state));
    for (int i = 0; i < tickets.length; i++) {
      double waited = hall.floor().minute() - hall.floor().issuedAt(tickets[i]);
      Range rest =
          new Range(
              ranges[i].low() - waited, ranges[i].median() - waited, ranges[i].high() - waited);
      left.put(ids.get(i), minutes(calibration.calibrated(rest.atLeast(0))));
    }
    return left;
  }

  private static Calibration learned(History history) {
    var calibration = new Calibration();
    @Nullable LocalDate day = null;
    for (History.Outcome it : history.outcomes()) {
      if (day != null && !day.equals(it.day())) {
        calibration.endDay();
      }
      day = it.day();
      calibration.learn(range(it.promise().raw()), range(it.promise().held()), it.minutes());
    }
    if (day != null && day.isBefore(history.day())) {
      calibration.endDay();
    }
    return calibration;
  }

  private static Range range(Promise.Minutes it) {
    return new Range(it.low(), it.median(), it.high());
  }

  /** Rounded to what a journal has to keep. */
  private static Promise.Minutes minutes(Range it) {
    return new Promise.Minutes(rounded(it.low()), rounded(it.median()), rounded(it.high()));
  }

  private static double rounded(double minutes) {
    return Math.round(minutes * 100) / 100.0;
  }
}
