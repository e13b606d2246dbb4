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
  private static final Staffing STAFFING = new Staffing(false, Standing.LAG);

  private final History history;
  private final Calibration calibration;
  private @Nullable Model model;

  Forecasting(History history) {
    this.history = history;
    this.calibration = learned(history);
  }

  /** What a simulation is built from; while it stays the same, so does the simulator. */
  private record Basis(
      HallPlan plan, PolicyPlan policy, List<WindowPlan> windows, List<WindowId> open) {
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

  private record Model(Basis basis, Layout layout, Demand demand, Forecaster forecaster) {}

  HallForecast forecast(HallState state, Instant now) {
    LocalDate day = state.plan().dayAt(now);
    Model its = model(state, day);
    its.demand().newDay();
    if (day.equals(state.day())) {
      came(state, its);
    }
    Standing hall = Standing.of(state, its.layout(), now);
    boolean green = !state.plan().greenReasons().isEmpty();
    return new HallForecast(
        now,
        state.seq(),
        calibration.outcomes() >= ENOUGH,
        promises(state, its, hall.floor(), PriorityClass.NORMAL),
        green ? promises(state, its, hall.floor(), PriorityClass.GREEN) : Map.of(),
        left(its, hall));
  }

  private Model model(HallState state, LocalDate day) {
    Basis basis = Basis.of(state);
    @Nullable Model known = model;
    if (known != null && known.basis().equals(basis)) {
      return known;
    }
    var layout = new Layout(HallScenario.of(state, history, day));
    var demand = new Demand(layout);
    var policy = Policies.of(basis.policy());
    Model made =
        new Model(basis, layout, demand, new Forecaster(layout, policy, demand, FUTURES, SEED));
    model = made;
    return made;
  }

  private static void came(HallState state, Model its) {
    for (int line = 0; line < state.plan().lines().size(); line++) {
      @Nullable Integer issued = state.issued().get(state.plan().lines().get(line).id());
      for (int i = 0; issued != null && i < issued; i++) {
        its.demand().came(line);
      }
    }
  }

  /** One ticket more in each line, one after another: they do not meet each other. */
  private Map<LineId, Promise> promises(
      HallState state, Model its, SimulatedFloor hall, PriorityClass priority) {
    Map<LineId, Promise> promises = new TreeMap<>();
    var floor = new SimulatedFloor(its.layout());
    List<Line> lines = state.plan().lines();
    int ticketClass = its.layout().classOf(priority.id());
    for (int line = 0; line < lines.size(); line++) {
      if (served(its.layout(), hall, line, false)) {
        Range raw = Range.NONE;
        if (!served(its.layout(), hall, line, true)) {
          floor.copyFrom(hall);
          int ticket = floor.issue(hall.minute(), line, ticketClass);
          raw = its.forecaster().ranges(floor, new int[] {ticket}, STAFFING)[0];
        }
        promises.put(lines.get(line).id(), promise(raw));
      }
    }
    return promises;
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
    Promise.Minutes forecast = minutes(raw.atLeast(0));
    boolean told = calibration.outcomes() >= ENOUGH;
    return new Promise(
        forecast, raw.high() == 0 ? forecast : minutes(calibration.calibrated(raw)), told);
  }

  private Map<TicketId, Promise.Minutes> left(Model its, Standing hall) {
    Map<TicketId, Promise.Minutes> left = new TreeMap<>();
    List<TicketId> ids = List.copyOf(hall.waiting().keySet());
    int[] tickets = hall.waiting().values().stream().mapToInt(Integer::intValue).toArray();
    Range[] ranges = its.forecaster().ranges(hall.floor(), tickets, STAFFING);
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
