package io.tidehall.simulator.run;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.scenario.Scenario.Shift;

/** One day of a hall, from opening until the last ticket is served. */
public final class SimulatedDay extends Course {
  private static final int SHIFT_BEGINS = 0;
  private static final int SHIFT_ENDS = 1;
  private static final int MANNED = 2;
  private static final int FINISHED = 3;
  private static final int MINUTE = 4;

  private final Layout layout;
  private final Customers customers;
  private final TidalControl tides;
  private final Watcher watcher;
  private final EventQueue events = new EventQueue();
  private final Tally tally;
  private final double lastMinute;

  private SimulatedDay(
      Layout layout,
      Customers customers,
      RoutingPolicy policy,
      TidalControl tides,
      Watcher watcher) {
    super(new SimulatedFloor(layout), policy);
    this.layout = layout;
    this.customers = customers;
    this.tides = tides;
    this.watcher = watcher;
    tally = new Tally(layout, customers);
    lastMinute =
        layout.scenario().windows().stream()
            .flatMap(it -> it.shifts().stream())
            .mapToDouble(Shift::to)
            .max()
            .orElse(0);
  }

  /**
   * Runs a day.
   *
   * @param day its number, for tidal rules that know dates
   */
  public static DayResult run(
      Layout layout,
      Customers customers,
      RoutingPolicy policy,
      TidalControl tides,
      Watcher watcher,
      long day) {
    var course = new SimulatedDay(layout, customers, policy, tides, watcher);
    course.begin(day);
    course.goOn();
    return course.tally.result(course.floor);
  }

  private void begin(long day) {
    double opening = layout.scenario().open();
    floor.clear(opening);
    tides.begin(floor, day);
    for (int window = 0; window < layout.windows(); window++) {
      for (Shift shift : layout.scenario().windows().get(window).shifts()) {
        if (!layout.tidal(window) || tides.staffsShifts()) {
          events.add(shift.from(), SHIFT_BEGINS, window);
        }
        events.add(shift.to(), SHIFT_ENDS, window);
      }
    }
    if (tides.asksMinutes()) {
      events.add(opening, MINUTE, 0);
    }
  }

  private void goOn() {
    int next = 0;
    while (next < customers.count() || !events.isEmpty()) {
      if (!events.isEmpty()
          && (next == customers.count() || events.nextTime() <= customers.at(next))) {
        double at = events.nextTime();
        int kind = events.nextKind();
        int subject = events.nextSubject();
        events.removeNext();
        tally.pass(floor, at);
        happen(at, kind, subject);
      } else {
        double at = customers.at(next);
        tally.pass(floor, at);
        int ticket = issue(at, customers.line(next), customers.ticketClass(next));
        tides.issued(customers.line(next));
        watcher.issued(floor, ticket);
        if (Double.isNaN(floor.startedAt(ticket))) {
          watcher.waits(floor, ticket);
        }
        next++;
      }
    }
  }

  private void happen(double at, int kind, int window) {
    floor.pass(at);
    switch (kind) {
      case SHIFT_BEGINS -> open(at, window);
      case SHIFT_ENDS -> end(at, window);
      case MANNED -> man(at, window);
      case FINISHED -> finish(at, window);
      default -> minute(at);
    }
  }

  private void man(double at, int window) {
    if (floor.stage(window) == Stage.OPENING) {
      open(at, window);
    }
  }

  private void minute(double at) {
    tides.minute(floor, new Followed(at));
    watcher.minute(floor);
    if (at + 1 <= lastMinute) {
      events.add(at + 1, MINUTE, 0);
    }
  }

  @Override
  protected void started(double at, int window, int ticket) {
    double minutes = layout.occupancy(window, customers.noShow(ticket), customers.service(ticket));
    events.add(at + minutes, FINISHED, window);
    tally.started(floor, at, window, ticket);
    watcher.started(floor, window, ticket);
  }

  private final class Followed implements TidalControl.Wishes {
    private final double at;

    Followed(double at) {
      this.at = at;
    }

    @Override
    public void open(int window) {
      boolean closed = floor.stage(window) == Stage.CLOSED;
      if (closed && layout.shiftEnd(window, at) > at + tides.lag()) {
        floor.ask(at, window);
        tally.opened(window);
        events.add(at + tides.lag(), MANNED, window);
      } else if (floor.isOpen(window) && floor.ending(window)) {
        SimulatedDay.this.open(at, window);
        tally.opened(window);
      }
    }

    @Override
    public void close(int window) {
      end(at, window);
    }
  }
}
