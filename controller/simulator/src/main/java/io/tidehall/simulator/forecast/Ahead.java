package io.tidehall.simulator.forecast;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.day.Chance;
import io.tidehall.simulator.day.ServiceTime;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.run.Course;
import io.tidehall.simulator.run.EventQueue;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * One possible future of a hall, from how it stands until those who wait have been called. Who will
 * come, and how long each will be served, hangs on the numbers alone and not on what windows do, so
 * that two halls that differ in one thing meet the same future. Made once and used again and again,
 * since it keeps its arrays.
 */
final class Ahead extends Course {
  private static final int FINISHED = 0;
  private static final int MANNED = 1;

  private final Layout layout;
  private final Shifts shifts;
  private final Arrivals arrivals;
  private final EventQueue events = new EventQueue();
  private long services;
  private double[] calledAt = {};
  private boolean[] wanted = {};
  private int outstanding;
  private final boolean[] asked;
  private double reach;

  Ahead(Layout layout, RoutingPolicy policy, Demand demand) {
    super(new SimulatedFloor(layout), policy);
    this.layout = layout;
    shifts = new Shifts(layout);
    arrivals = new Arrivals(layout, demand);
    asked = new boolean[layout.lines()];
  }

  /** What a future is run for, besides the hall it begins with. */
  record Terms(boolean tidalByShift, double lag, double until) {}

  /**
   * Runs until every wanted ticket has been called, or nothing more can happen by {@code until}.
   *
   * @param tickets numbers of waiting tickets
   * @return when each was called, by ticket number; NaN where it was not
   */
  double[] run(SimulatedFloor hall, int[] tickets, Terms terms, SplittableRandom numbers) {
    Arrays.fill(asked, false);
    begin(hall, tickets, Double.NEGATIVE_INFINITY, terms, numbers);
    goOn(terms.until());
    for (int ticket : tickets) {
      wanted[ticket] = false;
    }
    return calledAt;
  }

  /**
   * Runs until all have been called who wait in some lines, or come to them by {@code upTo}.
   *
   * @param waits takes the minutes from issue to call of each; until the end where it was not
   *     called
   */
  void run(
      SimulatedFloor hall,
      boolean[] lines,
      double upTo,
      Terms terms,
      SplittableRandom numbers,
      DoubleConsumer waits) {
    System.arraycopy(lines, 0, asked, 0, asked.length);
    int[] here = Arrays.stream(hall.waitingTickets()).filter(it -> lines[hall.line(it)]).toArray();
    int first = hall.tickets();
    begin(hall, here, upTo, terms, numbers);
    goOn(terms.until());
    for (int ticket : here) {
      told(ticket, terms.until(), waits);
    }
    for (int ticket = first; ticket < floor.tickets(); ticket++) {
      if (asked[floor.line(ticket)] && floor.issuedAt(ticket) <= upTo) {
        told(ticket, terms.until(), waits);
      }
    }
  }

  private void told(int ticket, double until, DoubleConsumer waits) {
    double at = calledAt[ticket];
    waits.accept((Double.isNaN(at) ? until : at) - floor.issuedAt(ticket));
    wanted[ticket] = false;
  }

  private void begin(
      SimulatedFloor hall, int[] tickets, double upTo, Terms terms, SplittableRandom numbers) {
    services = numbers.nextLong();
    reach = upTo;
    outstanding = 0;
    floor.copyFrom(hall);
    events.clear();
    for (int ticket : tickets) {
      want(ticket);
    }
    double now = hall.minute();
    occupied(now, terms.lag());
    arrivals.begin(numbers.split(), now);
    shifts.begin(now, terms.tidalByShift());
  }

  private void want(int ticket) {
    if (ticket >= wanted.length) {
      wanted = Arrays.copyOf(wanted, (ticket + 1) * 2);
      calledAt = Arrays.copyOf(calledAt, (ticket + 1) * 2);
    }
    wanted[ticket] = true;
    calledAt[ticket] = Double.NaN;
    outstanding++;
  }

  /** What happens to a ticket by chance. */
  private SplittableRandom chance(int ticket) {
    return Chance.stream(services, 0, "", ticket);
  }

  private void occupied(double now, double lag) {
    for (int window = 0; window < layout.windows(); window++) {
      if (floor.stage(window) == Stage.BUSY) {
        events.add(now + remaining(window, now - floor.since(window)), FINISHED, window);
      } else if (floor.stage(window) == Stage.OPENING) {
        events.add(Math.max(now, floor.since(window) + lag), MANNED, window);
      }
    }
  }

  private void goOn(double until) {
    while (outstanding > 0 || arrivals.at() <= reach) {
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
        come(at, arrivals.line(), arrivals.ticketClass());
        arrivals.next();
      }
    }
  }

  private void come(double at, int line, int ticketClass) {
    if (asked[line] && at <= reach) {
      want(floor.tickets());
    }
    issue(at, line, ticketClass, at);
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
    SplittableRandom chance = chance(ticket);
    boolean noShow = chance.nextDouble() < layout.scenario().categories().get(line).noShow();
    double service = noShow ? 0 : layout.serviceTime(line).draw(chance);
    events.add(at + layout.occupancy(window, line, noShow, service), FINISHED, window);
  }

  /**
   * What remains of a ticket that a window has had for some minutes; nobody knows who will come.
   */
  private double remaining(int window, double elapsed) {
    int ticket = floor.serving(window);
    int line = floor.line(ticket);
    SplittableRandom chance = chance(ticket);
    double noShowTime = layout.scenario().noShowTime();
    double noShow = layout.scenario().categories().get(line).noShow();
    if (elapsed < noShowTime && chance.nextDouble() < noShow) {
      return noShowTime - elapsed;
    }
    double gap = layout.scenario().callGap();
    double pace = layout.pace(window, line);
    ServiceTime time = layout.serviceTime(line);
    double served = elapsed - gap;
    return served <= 0
        ? -served + pace * time.draw(chance)
        : pace * time.drawRemaining(chance, served / pace);
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
