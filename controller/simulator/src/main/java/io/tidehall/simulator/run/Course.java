package io.tidehall.simulator.run;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.Dispatcher;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;

/**
 * What follows from what in a hall: a ticket or a free window leads to a call, a shift's end to a
 * closed window. Times come from whoever drives it, a simulated day or a forecast.
 */
public abstract class Course {
  protected final SimulatedFloor floor;
  protected final Dispatcher dispatcher;

  protected Course(SimulatedFloor floor, RoutingPolicy policy) {
    this.floor = floor;
    dispatcher = new Dispatcher(policy, floor);
  }

  /** A window has called a ticket. */
  protected abstract void started(double at, int window, int ticket);

  /** Somebody comes at a time and counts from it, or from another. */
  protected final int issue(double at, int line, int ticketClass, double from) {
    int ticket = floor.issue(at, line, ticketClass, from);
    int window = dispatcher.windowFor(ticket);
    if (window != Dispatcher.NONE) {
      start(at, window, ticket);
    }
    return ticket;
  }

  protected final void finish(double at, int window) {
    floor.finish(at, window);
    settle(at, window);
  }

  protected final void open(double at, int window) {
    floor.open(at, window);
    if (floor.stage(window) == Stage.IDLE) {
      settle(at, window);
    }
  }

  /** The end of a shift, or of a tidal window's opening. */
  protected final void end(double at, int window) {
    switch (floor.stage(window)) {
      case CLOSED -> {}
      case OPENING -> floor.close(at, window);
      case IDLE -> {
        floor.end(at, window);
        settle(at, window);
      }
      case BUSY -> floor.end(at, window);
    }
  }

  /** A window's clerk is called away: it closes as soon as it has no ticket. */
  protected final void leave(double at, int window) {
    if (floor.stage(window) == Stage.IDLE || floor.stage(window) == Stage.BUSY) {
      floor.leave(at, window);
      if (floor.stage(window) == Stage.IDLE) {
        floor.close(at, window);
      }
    }
  }

  private void settle(double at, int window) {
    boolean closes =
        floor.ending(window)
            && (floor.leaving(window)
                || floor.layout().leaves(window, at)
                || !floor.eligibleWaits(window));
    if (closes) {
      floor.close(at, window);
      return;
    }
    int ticket = dispatcher.ticketFor(window);
    if (ticket != Dispatcher.NONE) {
      start(at, window, ticket);
    }
  }

  private void start(double at, int window, int ticket) {
    dispatcher.start(at, window, ticket);
    started(at, window, ticket);
  }
}
