package io.tidehall.server.forecast;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.window.Window;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The running hall copied onto a simulated floor. A ticket sent to one window or clerk counts in
 * its line, since the simulator has no such lanes.
 *
 * @param waiting the simulated number of each waiting ticket
 */
record Standing(SimulatedFloor floor, Map<TicketId, Integer> waiting) {
  /** A pause without a planned end is taken to last so much longer. */
  private static final double PAUSED = 10;

  private static final double DAY = 24 * 60;

  static Standing of(HallState state, Layout layout, Instant now) {
    return of(state, layout, now, Set.of());
  }

  /**
   * The hall with clerks on their way.
   *
   * @param coming windows in service to which a clerk sets out now
   */
  static Standing of(HallState state, Layout layout, Instant now, Set<WindowId> coming) {
    return new Copy(state, layout, now, coming, new SimulatedFloor(layout)).made();
  }

  /** From asking for a window to its first call, in minutes. */
  static double lag(HallState state) {
    return state.plan().tides().lag().toMillis() / 60e3;
  }

  private record Copy(
      HallState state, Layout layout, Instant now, Set<WindowId> coming, SimulatedFloor floor) {

    Standing made() {
      double at = minute(now);
      floor.clear(at);
      int number = 0;
      for (Window window : state.windows().values()) {
        place(number++, window, at);
      }
      var places = tickets();
      floor.pass(at);
      return new Standing(floor, places);
    }

    private void place(int number, Window window, double at) {
      boolean ends = !window.plan().inService();
      switch (window) {
        case Window.Closed _ -> {
          if (!ends) {
            closed(number, window, at);
          }
        }
        case Window.Free _ when ends -> {}
        case Window.Free free when free.asked() -> floor.open(minute(free.since()), number);
        case Window.Free free ->
            mannedAt(
                number,
                Math.max(at + HallScenario.PAUSE, free.callsAt().map(this::minute).orElse(at)));
        case Window.Paused paused -> {
          Instant until = paused.until();
          if (!ends) {
            mannedAt(number, until == null ? at + PAUSED : Math.max(at + 1, minute(until)));
          }
        }
        case Window.Busy busy -> busy(number, busy, at, ends);
      }
    }

    /** A tidal window that was asked to open is manned when it should be, or a little later. */
    private void closed(int number, Window window, double at) {
      if (coming.contains(window.id())) {
        mannedAt(number, at + lag(state));
      } else if (state.plan().tides().find(window.id()).isPresent()) {
        double asked = state.tides().of(window.id()).memory().openedAt();
        mannedAt(
            number,
            asked == TideMemory.NEVER
                ? at + lag(state)
                : Math.max(at + HallScenario.PAUSE, asked + lag(state)));
      }
    }

    private void busy(int number, Window.Busy busy, double at, boolean ends) {
      Ticket ticket = state.tickets().get(busy.ticket());
      int line = ticket == null ? -1 : layout.lineOf(ticket.line().value());
      if (ticket == null || line < 0) {
        mannedAt(number, at + PAUSED);
        return;
      }
      double called =
          switch (ticket.state()) {
            case TicketState.Called it -> minute(it.first());
            case TicketState.Serving it ->
                at - it.handled(now).toMillis() / 60e3 - layout.scenario().callGap();
            default -> at;
          };
      floor.open(Math.min(at, called), number);
      floor.occupy(Math.min(at, called), number, line, classOf(ticket));
      if (ends) {
        floor.end(at, number);
      }
    }

    /** Takes its next ticket at a time: the simulator's way is a clerk who is on the way. */
    private void mannedAt(int number, double at) {
      floor.ask(at - lag(state), number);
    }

    private Map<TicketId, Integer> tickets() {
      List<Ticket> waiting = new ArrayList<>();
      for (Ticket ticket : state.tickets().values()) {
        if (ticket.state() instanceof TicketState.Waiting
            && layout.lineOf(ticket.line().value()) >= 0) {
          waiting.add(ticket);
        }
      }
      waiting.sort(Comparator.comparing(Ticket::rank));
      Map<TicketId, Integer> places = new TreeMap<>();
      for (Ticket ticket : waiting) {
        int its = classOf(ticket);
        double since = minute(ticket.rank().since()) + layout.headStart(its);
        double issued = Math.clamp(since, minute(now) - DAY, minute(now));
        places.put(ticket.id(), floor.issue(issued, layout.lineOf(ticket.line().value()), its));
      }
      return places;
    }

    private int classOf(Ticket ticket) {
      PriorityClass its = ticket.priority();
      return layout.classOf(its.id());
    }

    private double minute(Instant at) {
      return state.plan().minuteOf(state.plan().dayAt(now), at);
    }
  }
}
