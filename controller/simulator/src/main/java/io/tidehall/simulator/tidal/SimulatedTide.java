package io.tidehall.simulator.tidal;

import io.tidehall.hall.tide.TideView;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.forecast.Demand;
import io.tidehall.simulator.scenario.Scenario.Shift;
import java.time.LocalDate;

/** A simulated floor as tidal rules see it. */
final class SimulatedTide implements TideView {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

  private final Layout layout;
  private final SimulatedFloor floor;
  private final Demand demand;
  private final LocalDate day;
  private final double lag;

  SimulatedTide(SimulatedFloor floor, Demand demand, long day, double lag) {
    this.floor = floor;
    layout = floor.layout();
    this.demand = demand;
    this.day = FIRST_DAY.plusDays(day);
    this.lag = lag;
  }

  @Override
  public LocalDate day() {
    return day;
  }

  @Override
  public double minute() {
    return floor.minute();
  }

  @Override
  public int lines() {
    return layout.lines();
  }

  @Override
  public int waiting(int line) {
    return floor.waitingInLine(line);
  }

  @Override
  public double waitingWork(int line) {
    return floor.waitingInLine(line) * layout.work(line);
  }

  @Override
  public double longestWait(int line) {
    double longest = 0;
    for (int its = 0; its < layout.classes(); its++) {
      int head = floor.head(line, its);
      if (head >= 0) {
        longest = Math.max(longest, floor.minute() - floor.issuedAt(head));
      }
    }
    return longest;
  }

  @Override
  public double offeredLoad(int line, double from, double to) {
    return demand.work(line, floor.minute(), from, to) / (to - from);
  }

  @Override
  public int windows() {
    return layout.windows();
  }

  @Override
  public boolean serves(int window, int line) {
    return layout.serves(window, line);
  }

  @Override
  public Stage stage(int window) {
    return switch (floor.stage(window)) {
      case CLOSED -> Stage.CLOSED;
      case OPENING -> Stage.OPENING;
      case IDLE, BUSY -> floor.ending(window) ? Stage.CLOSING : Stage.OPEN;
    };
  }

  @Override
  public double since(int window) {
    return floor.openSince(window);
  }

  @Override
  public double staffed(int window, double from, double to) {
    if (layout.tidal(window) && floor.stage(window) == SimulatedFloor.Stage.CLOSED) {
      return 0;
    }
    if (lent(window)) {
      return 0;
    }
    double minutes = 0;
    for (Shift shift : layout.scenario().windows().get(window).shifts()) {
      minutes += Math.max(0, Math.min(to, shift.to()) - Math.max(from, shift.from()));
    }
    return minutes / (to - from);
  }

  /** Whether a window's clerk serves at a tidal one, or is on the way there. */
  private boolean lent(int window) {
    for (int tidal = 0; tidal < layout.windows(); tidal++) {
      if (layout.lender(tidal) == window
          && floor.stage(tidal) != SimulatedFloor.Stage.CLOSED
          && stage(window) != Stage.OPEN) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int lender(int window) {
    return layout.lender(window);
  }

  @Override
  public double availableUntil(int window) {
    int lender = layout.lender(window);
    if (lender >= 0
        && floor.stage(window) == SimulatedFloor.Stage.CLOSED
        && stage(lender) != Stage.OPEN) {
      return floor.minute();
    }
    return layout.shiftEnd(window, floor.minute());
  }

  @Override
  public double lag() {
    return lag;
  }
}
