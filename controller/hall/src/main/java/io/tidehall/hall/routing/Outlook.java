package io.tidehall.hall.routing;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/**
 * The range of a wait in whole minutes, by a closed workload formula: the work waiting before the
 * windows that may serve the line, shared among them, from 0.7 to 1.4 of it, in steps of five
 * minutes above ten. It is rough, and says so, since it uses the plan's usual service times.
 */
public record Outlook(int low, int high) {
  private static final double LOW = 0.7;
  private static final double HIGH = 1.4;

  /** Minutes of a service that the plan says nothing of. */
  private static final double UNKNOWN_SERVICE = 7;

  /** The outlook of a ticket of {@code line} taken now; empty while no open window serves it. */
  public static Optional<Outlook> of(
      HallPlan plan, TreePMap<WindowId, Window> windows, Queues queues, LineId line) {
    int serving = 0;
    double work = 0;
    boolean free = false;
    Map<LineId, Double> shares = new TreeMap<>();
    for (Window window : windows.values()) {
      if (!serves(window, line)) {
        continue;
      }
      serving++;
      free |= window instanceof Window.Free;
      if (window instanceof Window.Busy) {
        work += usual(plan, window.plan().lines()) / 2;
      }
      for (LineId other : window.plan().lines()) {
        work += shares.computeIfAbsent(other, it -> share(plan, windows, queues, it));
      }
    }
    if (serving == 0) {
      return Optional.empty();
    }
    double minutes = free && work == 0 ? 0 : work / serving;
    return Optional.of(new Outlook(floor(minutes * LOW), ceil(Math.max(3, minutes * HIGH))));
  }

  /** The open windows that may serve a line. */
  public static List<Window.Open> serving(TreePMap<WindowId, Window> windows, LineId line) {
    List<Window.Open> serving = new ArrayList<>();
    for (Window window : windows.values()) {
      if (window instanceof Window.Open open && serves(open, line)) {
        serving.add(open);
      }
    }
    return serving;
  }

  private static boolean serves(Window window, LineId line) {
    return window instanceof Window.Open && window.plan().serves(line);
  }

  /** The minutes of work waiting in a line for each window that serves it. */
  private static double share(
      HallPlan plan, TreePMap<WindowId, Window> windows, Queues queues, LineId line) {
    int waiting = queues.waiting(Lane.of(line));
    if (waiting == 0) {
      return 0;
    }
    int serving = 0;
    for (Window window : windows.values()) {
      if (serves(window, line)) {
        serving++;
      }
    }
    return waiting * usual(plan, List.of(line)) / serving;
  }

  private static double usual(HallPlan plan, List<LineId> lines) {
    double minutes = 0;
    int known = 0;
    for (LineId id : lines) {
      Optional<Line> line = plan.findLine(id);
      if (line.isPresent()) {
        minutes += line.get().usualService().toSeconds() / 60.0;
        known++;
      }
    }
    return known == 0 ? UNKNOWN_SERVICE : minutes / known;
  }

  private static int floor(double minutes) {
    return (int) (minutes <= 10 ? Math.floor(minutes) : Math.floor(minutes / 5) * 5);
  }

  private static int ceil(double minutes) {
    return (int) (minutes <= 10 ? Math.ceil(minutes) : Math.ceil(minutes / 5) * 5);
  }
}
