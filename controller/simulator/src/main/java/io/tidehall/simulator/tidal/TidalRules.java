package io.tidehall.simulator.tidal;

import io.tidehall.hall.tide.Tide;
import io.tidehall.hall.tide.TideDays;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideRule;
import io.tidehall.hall.tide.TideStep;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.tide.Tides;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.forecast.Demand;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.scenario.Scenario.TidalSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every tidal window under one production rule, followed at once. */
public final class TidalRules implements TidalControl {
  /** The rules by name. */
  public static final List<String> NAMES =
      List.of("schedule", "threshold", "staffing", "staffing-file");

  private static final double USUAL_LAG = 5;

  private final Layout layout;
  private final List<Tide> tides;
  private final Demand demand;
  private final double lag;
  private final List<TideMemory> memories = new ArrayList<>();
  private SimulatedTide view;

  public TidalRules(Layout layout, TideRule rule, double lag) {
    this.layout = layout;
    this.lag = lag;
    demand = new Demand(layout);
    List<Tide> all = new ArrayList<>();
    for (int window = 0; window < layout.windows(); window++) {
      if (layout.tidal(window)) {
        all.add(new Tide(window, rule));
      }
    }
    tides = List.copyOf(all);
    view = new SimulatedTide(new SimulatedFloor(layout), demand, 0, lag);
  }

  /**
   * A rule by its name; empty for a name that is no rule, or a schedule without periods. The
   * staffing rule keeps to the product's figures, which were found by simulation; {@code
   * staffing-file} and the others take what the scenario says.
   */
  public static Optional<TidalRules> named(String name, Layout layout) {
    TidalSpec spec =
        layout
            .scenario()
            .tidal()
            .getOrDefault(
                name.equals("staffing-file") ? "staffing" : name,
                new TidalSpec(Map.of(), List.of()));
    return rule(name, spec)
        .map(rule -> new TidalRules(layout, rule, spec.number("lag", USUAL_LAG)));
  }

  private static Optional<TideRule> rule(String name, TidalSpec it) {
    return switch (name) {
      case "schedule" ->
          it.periods().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new TideRule.Schedule(
                      TideDays.ANY,
                      it.periods().stream()
                          .map(span -> new TideRule.Span(span.from(), span.to()))
                          .toList()));
      case "threshold" ->
          Optional.of(
              new TideRule.Threshold(
                  TideRule.Measure.WORK,
                  it.number("open_at", 4),
                  it.number("close_at", 0.5),
                  it.number("hol_open", 15),
                  pace(it)));
      case "staffing" -> Optional.of(TideRule.Staffing.usual());
      case "staffing-file" ->
          Optional.of(
              new TideRule.Staffing(
                  it.number("beta", 0.6),
                  it.number("drain", 20),
                  it.number("lookahead", 20),
                  it.number("band", 1),
                  it.number("hol_open", 15),
                  pace(it)));
      default -> Optional.empty();
    };
  }

  private static TideRule.Pace pace(TidalSpec it) {
    return new TideRule.Pace(
        it.number("open_persist", 1),
        it.number("close_persist", 8),
        it.number("min_open", 30),
        it.number("cooldown", 3),
        (int) Math.max(1, it.number("max_step", 1)));
  }

  @Override
  public boolean staffsShifts() {
    return false;
  }

  @Override
  public boolean asksMinutes() {
    return true;
  }

  @Override
  public double lag() {
    return lag;
  }

  @Override
  public void begin(SimulatedFloor floor, long day) {
    view = new SimulatedTide(floor, demand, day, lag);
    demand.newDay();
    memories.clear();
    for (int i = 0; i < tides.size(); i++) {
      memories.add(TideMemory.FRESH);
    }
  }

  @Override
  public void issued(int line) {
    demand.came(line);
  }

  @Override
  public void minute(SimulatedFloor floor, Wishes wishes) {
    double now = floor.minute();
    for (int i = 0; i < tides.size(); i++) {
      TideMemory memory = memories.get(i);
      if (floor.stage(tides.get(i).window()) == Stage.CLOSED
          && memory.openedAt() > memory.closedAt()) {
        memories.set(i, memory.closed(now));
      }
    }
    TideStep step = Tides.step(view, tides, memories);
    memories.clear();
    memories.addAll(step.memories());
    for (TideWish wish : step.wishes()) {
      follow(wish, now, wishes);
    }
  }

  private void follow(TideWish wish, double now, Wishes wishes) {
    int at = 0;
    while (tides.get(at).window() != wish.window()) {
      at++;
    }
    switch (wish.act()) {
      case OPEN -> {
        memories.set(at, memories.get(at).opened(now));
        wishes.open(wish.window());
      }
      case CLOSE -> {
        memories.set(at, memories.get(at).closed(now));
        wishes.close(wish.window());
      }
    }
  }

  /** Whether the windows of this hall are tidal at all. */
  public boolean hasWindows() {
    return layout.windows() > 0 && !tides.isEmpty();
  }
}
