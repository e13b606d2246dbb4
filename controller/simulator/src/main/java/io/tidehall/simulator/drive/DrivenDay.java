package io.tidehall.simulator.drive;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.Dispatcher;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.floor.SimulatedFloor;
import io.tidehall.simulator.floor.SimulatedFloor.Stage;
import io.tidehall.simulator.forecast.Forecaster.Staffing;
import io.tidehall.simulator.forecast.Promises;
import io.tidehall.simulator.forecast.Range;
import io.tidehall.simulator.run.TidalControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One day of a hall that is played outside: its floor as far as it has been told. */
final class DrivenDay {
  private static final double PATIENCE = 3;

  private final Layout layout;
  private final SimulatedFloor floor;
  private final Dispatcher dispatcher;
  private final TidalControl tides;
  private final Promises promises;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private boolean tidalByShift;

  DrivenDay(
      Layout layout,
      RoutingPolicy policy,
      TidalControl tides,
      Promises promises,
      double at,
      long day) {
    this.layout = layout;
    this.tides = tides;
    this.promises = promises;
    floor = new SimulatedFloor(layout);
    floor.clear(at);
    dispatcher = new Dispatcher(policy, floor);
    tides.begin(floor, day);
  }

  void happen(Message message, ObjectNode answer) throws Trouble {
    double at = message.time();
    String event = message.event();
    floor.pass(at);
    switch (event) {
      case "issue" -> issue(at, message, answer);
      case "free" -> free(at, message, answer);
      case "open" -> open(at, window(message), message, answer);
      case "closing" -> closing(at, window(message), message, answer);
      case "closed" -> closed(at, window(message));
      case "minute" -> minute(at, answer);
      default ->
          throw new Trouble(
              "event to be start, issue, free, open, closing, closed, minute or end",
              "it is '" + event + "'");
    }
  }

  void end() {
    promises.endDay();
  }

  private void issue(double at, Message message, ObjectNode answer) throws Trouble {
    String id = message.text("ticket");
    int line = layout.lineOf(message.text("category"));
    if (line < 0) {
      throw new Trouble(
          "category to be one of the scenario's", "it is '" + message.text("category") + "'");
    }
    int ticketClass = layout.classOf(message.text("class", "normal"));
    if (ticketClass < 0) {
      throw new Trouble(
          "class to be one of the scenario's", "it is '" + message.text("class", "") + "'");
    }
    if (numbers.containsKey(id)) {
      throw new Trouble("a ticket that was not issued before", "'" + id + "' was");
    }
    int ticket = floor.issue(at, line, ticketClass);
    ids.add(id);
    numbers.put(id, ticket);
    tides.issued(line);
    promises.came(line);
    int window = dispatcher.windowFor(ticket);
    Range range = Range.NONE;
    if (window == Dispatcher.NONE) {
      range = promises.promise(floor, ticket, new Staffing(tidalByShift, tides.lag()));
    } else {
      assign(at, window, ticket, answer);
    }
    ArrayNode told = answer.withArray("forecast").addArray();
    told.add(id).add(rounded(range.low())).add(rounded(range.median())).add(rounded(range.high()));
  }

  private static double rounded(double minutes) {
    return Math.round(minutes * 1000) / 1000.0;
  }

  private void free(double at, Message message, ObjectNode answer) throws Trouble {
    int window = window(message);
    String id = message.text("ticket");
    Integer ticket = numbers.get(id);
    if (ticket == null || floor.serving(window) != ticket) {
      throw new Trouble(
          "the ticket that window " + message.text("window") + " has", "it is '" + id + "'");
    }
    floor.finish(at, window);
    if (message.text("state", "idle").equals("closed")) {
      floor.close(at, window);
    } else {
      if (layout.tidal(window) || layout.onShift(window, at) || !floor.eligibleWaits(window)) {
        // A window that was closing would be closed now: its next shift has begun meanwhile.
        floor.open(at, window);
      }
      take(at, window, answer);
    }
  }

  private void open(double at, int window, Message message, ObjectNode answer) {
    // Only who has not asked for a tidal window is told of one that opens by its shift.
    tidalByShift |= layout.tidal(window) && floor.stage(window) == Stage.CLOSED;
    floor.open(at, window);
    if (!message.text("state", "idle").equals("busy")) {
      take(at, window, answer);
    }
  }

  private void closing(double at, int window, Message message, ObjectNode answer) {
    if (message.text("state", "").equals("closed")) {
      closed(at, window);
      return;
    }
    floor.end(at, window);
    if (!layout.tidal(window)) {
      take(at, window, answer);
    }
  }

  private void closed(double at, int window) {
    if (floor.stage(window) == Stage.IDLE || floor.stage(window) == Stage.OPENING) {
      floor.close(at, window);
    }
  }

  private void minute(double at, ObjectNode answer) {
    for (int window = 0; window < layout.windows(); window++) {
      if (floor.stage(window) == Stage.OPENING
          && at - floor.since(window) > tides.lag() + PATIENCE) {
        floor.close(at, window);
      }
    }
    tides.minute(
        floor,
        new TidalControl.Wishes() {
          @Override
          public void open(int window) {
            floor.ask(at, window);
            answer.withArray("open").add(name(window));
          }

          @Override
          public void close(int window) {
            floor.end(at, window);
            answer.withArray("close").add(name(window));
          }
        });
  }

  private void take(double at, int window, ObjectNode answer) {
    if (floor.stage(window) == Stage.IDLE) {
      int ticket = dispatcher.ticketFor(window);
      if (ticket != Dispatcher.NONE) {
        assign(at, window, ticket, answer);
      }
    }
  }

  private void assign(double at, int window, int ticket, ObjectNode answer) {
    dispatcher.start(at, window, ticket);
    promises.called(ticket, at - floor.issuedAt(ticket));
    answer.withArray("assign").addArray().add(name(window)).add(ids.get(ticket));
  }

  private String name(int window) {
    return layout.scenario().windows().get(window).id();
  }

  private int window(Message message) throws Trouble {
    int window = layout.windowOf(message.text("window"));
    if (window < 0) {
      throw new Trouble(
          "window to be one of the scenario's", "it is '" + message.text("window") + "'");
    }
    return window;
  }
}
