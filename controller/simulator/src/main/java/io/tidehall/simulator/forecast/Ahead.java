package io.tidehall.simulator.forecast;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.ServiceTime;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.run.Course;
import io.tidehall.simulator.run.EventQueue;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One possible future of a hall, from how it stands until those who wait have been called. Made
 * once and used again and again, since it keeps its arrays.
 */
final class Ahead extends Course {
  private static final int FINISHED = 0;
  private static final int MANNED = 1;

  private final Layout layout;
  private final Shifts shifts;
  private final Arrivals arrivals;
  private final EventQueue events = new EventQueue();
  private SplittableRandom chance = new SplittableRandom(0);
  private double[] calledAt = {};
  private boolean[] wanted = {};
  private int outstanding;

  Ahead(Layout layout, RoutingPolicy policy, Demand demand) {
    super(new SimulatedFloor(layout), policy);
    this.layout = layout;
    shifts = new Shifts(layout);
    arrivals = new Arrivals(layout, demand);
  }

  /**
   * Runs until every wanted ticket has been called, or nothing more can happen by {@code until}.
   *
   * @param tickets numbers of waiting tickets
   * @param tidalByShift whether tidal windows open when their shifts begin
   * @return when each was called, by ticket number; NaN where it was not
   */
  double[] run(
      SimulatedFloor hall,
      int[] tickets,
      boolean tidalByShift,
      double lag,
      double until,
      SplittableRandom numbers) {
    chance = numbers;
    floor.copyFrom(hall);
    events.clear();
    if (wanted.length < hall.tickets()) {
      wanted = new boolean[hall.tickets() * 2];
      calledAt = new double[hall.tickets() * 2];
    }
    for (int ticket : tickets) {
      wanted[ticket] = true;
      calledAt[ticket] = Double.NaN;
    }
    outstanding = tickets.length;
    double now = hall.minute();
    occupied(now, lag);
    arrivals.begin(numbers, now);
    shifts.begin(now, tidalByShift);
    goOn(until);
    for (int ticket : tickets) {
      wanted[ticket] = false;
    }
    return calledAt;
  }

  private void occupied(double now, double lag) {
    for (int window = 0; window < layout.windows(); window++) {
      if (floor.stage(window) == Stage.BUSY) {
        int line = floor.line(floor.serving(window));
        events.add(now + remaining(line, window, now - floor.since(window)), FINISHED, window);
      } else if (floor.stage(window) == Stage.OPENING) {
        events.add(Math.max(now, floor.since(window) + lag), MANNED, window);
      }
    }
  }

  private void goOn(double until) {
    while (outstanding > 0) {
      double event = events.isEmpty() ? Double.POSITIVE_INFINITY : events.nextTime();
      double shift = shifts.at();
      double arrival = arrivals.at();
      double at = Math.min(event, Math.min(shift, arrival));
      if (at > until) {
        return;
      }
      floor.pass(at);
      if (shift == at) {
        changeShift(at);
      } else if (event == at) {
        happen(at);
      } else {
        issue(at, arrivals.line(), arrivals.ticketClass());
        arrivals.next();
      }
    }
  }

  private void changeShift(double at) {
    int window = shifts.window();
    boolean begins = shifts.begins();
    shifts.next();
    if (begins) {
      open(at, window);
    } else {
      end(at, window);
    }
  }

  private void happen(double at) {
    int window = events.nextSubject();
    boolean finished = events.nextKind() == FINISHED;
    events.removeNext();
    if (finished) {
      finish(at, window);
    } else if (floor.stage(window) == Stage.OPENING) {
      open(at, window);
    }
  }

  @Override
  protected void started(double at, int window, int ticket) {
    if (ticket < wanted.length && wanted[ticket]) {
      calledAt[ticket] = at;
      wanted[ticket] = false;
      outstanding--;
    }
    int line = floor.line(ticket);
    boolean noShow = chance.nextDouble() < layout.scenario().categories().get(line).noShow();
    double service = noShow ? 0 : layout.serviceTime(line).draw(chance);
    events.add(at + layout.occupancy(window, noShow, service), FINISHED, window);
  }

  /**
   * What remains of a ticket that a window has had for some minutes; nobody knows who will come.
   */
  private double remaining(int line, int window, double elapsed) {
    double noShowTime = layout.scenario().noShowTime();
    double noShow = layout.scenario().categories().get(line).noShow();
    if (elapsed < noShowTime && chance.nextDouble() < noShow) {
      return noShowTime - elapsed;
    }
    double gap = layout.scenario().callGap();
    double speed = layout.occupancy(window, false, 1) - gap;
    ServiceTime time = layout.serviceTime(line);
    double served = elapsed - gap;
    return served <= 0
        ? -served + speed * time.draw(chance)
        : speed * time.drawRemaining(chance, served / speed);
  }

  /** Beginnings and ends of shifts, in order. */
  private static final class Shifts {
    private final double[] times;
    private final int[] windows;
    private final boolean[] begin;
    private final Layout layout;
    private boolean tidalByShift;
    private int next;

    Shifts(Layout layout) {
      this.layout = layout;
      record Change(double at, int window, boolean begins) {}
      var changes = new java.util.ArrayList<Change>();
      for (int window = 0; window < layout.windows(); window++) {
        for (var shift : layout.scenario().windows().get(window).shifts()) {
          changes.add(new Change(shift.from(), window, true));
          changes.add(new Change(shift.to(), window, false));
        }
      }
      changes.sort(java.util.Comparator.comparingDouble(Change::at));
      times = changes.stream().mapToDouble(Change::at).toArray();
      windows = changes.stream().mapToInt(Change::window).toArray();
      begin = new boolean[times.length];
      for (int i = 0; i < begin.length; i++) {
        begin[i] = changes.get(i).begins();
      }
    }

    void begin(double now, boolean tidal) {
      tidalByShift = tidal;
      int found = Arrays.binarySearch(times, now);
      next = found >= 0 ? found : -found - 1;
      while (next < times.length && times[next] <= now) {
        next++;
      }
      skip();
    }

    void next() {
      next++;
      skip();
    }

    private void skip() {
      while (next < times.length && begin[next] && !tidalByShift && layout.tidal(windows[next])) {
        next++;
      }
    }

    double at() {
      return next < times.length ? times[next] : Double.POSITIVE_INFINITY;
    }

    int window() {
      return windows[next];
    }

    boolean begins() {
      return begin[next];
    }
  }
}
