package io.tidehall.simulator.run;

import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import java.util.Arrays;

/** Measures a day while it runs. */
final class Tally {
  private final Layout layout;
  private final Customers customers;
  private final double[] wait;
  private final int[] window;
  private final int[] openings;
  private double idleWhileWaiting;
  private double avoidable;
  private double openMinutes;

  Tally(Layout layout, Customers customers) {
    this.layout = layout;
    this.customers = customers;
    wait = new double[customers.count()];
    window = new int[customers.count()];
    openings = new int[layout.windows()];
    Arrays.fill(wait, Double.NaN);
    Arrays.fill(window, -1);
  }

  /** The hall stays as it is until {@code to}. */
  void pass(SimulatedFloor floor, double to) {
    double minutes = to - floor.minute();
    if (minutes <= 0) {
      return;
    }
    openMinutes += minutes * floor.openWindows();
    if (floor.waiting() > 0 && floor.idleWindows() > 0) {
      idleWhileWaiting += minutes * floor.idleWindows();
      for (int i = 0; i < layout.windows(); i++) {
        if (floor.stage(i) == Stage.IDLE && floor.eligibleWaits(i)) {
          avoidable += minutes;
        }
      }
    }
    floor.pass(to);
  }

  void started(SimulatedFloor floor, double at, int itsWindow, int ticket) {
    wait[ticket] = at - floor.issuedAt(ticket);
    window[ticket] = itsWindow;
  }

  void opened(int itsWindow) {
    openings[itsWindow]++;
  }

  DayResult result(SimulatedFloor floor) {
    double[] busy = new double[layout.windows()];
    double[] open = new double[layout.windows()];
    for (int i = 0; i < layout.windows(); i++) {
      busy[i] = floor.busyMinutes(i);
      open[i] = floor.openMinutes(i);
    }
    return new DayResult(
        layout,
        customers,
        wait,
        window,
        busy,
        open,
        openings,
        idleWhileWaiting,
        avoidable,
        openMinutes);
  }
}
