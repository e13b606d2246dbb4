package io.tidehall.simulator.run;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.day.Customers.StandsBack;
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
  private static final int STANDS_BACK = 5;

  private final Layout layout;
  private final Customers customers;
  private final TidalControl tides;
  private final Watcher watcher;
  private final EventQueue events = new EventQueue();
  private final Tally tally;
  private final double lastMinute;
  private final double[] endsAt;

  /** Tidal windows that are manned, or soon will be, by the clerk of another. */
  private final boolean[] borrowed;

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
    endsAt = new double[layout.windows()];
    borrowed = new boolean[layout.windows()];
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
    // After whoever comes at the same moment.
    customers
        .standBack()
        .forEach((who, its) -> events.add(Math.nextUp(its.at()), STANDS_BACK, who));
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
        int ticket =
            issue(
                at, customers.line(next), customers.ticketClass(next), customers.countsFrom(next));
        tides.issued(customers.line(next));
        watcher.issued(floor, ticket);
        if (Double.isNaN(floor.startedAt(ticket))) {
          watcher.waits(floor, ticket);
        }
        next++;
      }
    }
  }

  private void happen(double at, int kind, int subject) {
    floor.pass(at);
    switch (kind) {
      case SHIFT_BEGINS -> begin(at, subject);
      case SHIFT_ENDS -> end(at, subject);
      case MANNED -> man(at, subject);
      case FINISHED -> finish(at, subject);
      case STANDS_BACK -> standBack(at, subject);
      default -> minute(at);
    }
    if (kind == SHIFT_ENDS || kind == FINISHED) {
      giveBack(at, subject);
    }
  }

  /** Somebody who has been called by now has nothing to give away. */
  private void standBack(double at, int ticket) {
    StandsBack its = customers.standBack().get(ticket);
    if (its != null && ticket < floor.tickets() && Double.isNaN(floor.startedAt(ticket))) {
      floor.standBack(at, ticket, its.places());
    }
  }

  /** A clerk who serves at a tidal window does not begin her own shift. */
  private void begin(double at, int window) {
    for (int tidal = 0; tidal < borrowed.length; tidal++) {
      if (borrowed[tidal] && layout.lender(tidal) == window) {
        return;
      }
    }
    open(at, window);
  }

  /** The clerk of a tidal window that has closed goes back to her own. */
  private void giveBack(double at, int tidal) {
    int lender = layout.lender(tidal);
    if (borrowed[tidal] && floor.stage(tidal) == Stage.CLOSED) {
      borrowed[tidal] = false;
      if (floor.isOpen(lender)) {
        open(at, lender);
      } else if (layout.shiftEnd(lender, at) > at + tides.lag()) {
        floor.ask(at, lender);
        events.add(at + tides.lag(), MANNED, lender);
      }
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
    double minutes =
        layout.occupancy(
            window, floor.line(ticket), customers.noShow(ticket), customers.service(ticket));
    endsAt[window] = at + minutes;
    events.add(endsAt[window], FINISHED, window);
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
        double manned = Math.max(at + tides.lag(), borrow(window));
        floor.ask(at, window);
        tally.opened(window);
        events.add(manned, MANNED, window);
      } else if (floor.isOpen(window) && floor.ending(window)) {
        SimulatedDay.this.open(at, window);
        tally.opened(window);
      }
    }

    /** When the lending window has ended its ticket; now where nobody is borrowed. */
    private double borrow(int window) {
      int lender = layout.lender(window);
      if (lender < 0 || !floor.isOpen(lender)) {
        return at;
      }
      double free = floor.stage(lender) == Stage.BUSY ? endsAt[lender] : at;
      borrowed[window] = true;
      leave(at, lender);
      return free;
    }

    @Override
    public void close(int window) {
      end(at, window);
      giveBack(at, window);
    }
  }
}
