package io.tidehall.hall.routing;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The range of a wait in whole minutes, by a closed workload formula: the work waiting before the
 * windows that may serve the line, shared among them, from 0.7 to 1.4 of it, in steps of five
 * minutes above ten. It is rough, and says so, since it uses the plan's usual service times.
 */
public record Outlook(int low, int high) {
  private static final double LOW = 0.7;
  private static final double HIGH = 1.4;

  /**
   * The outlook of a ticket of {@code line} with a rank; empty while no open window serves it. Who
   * stands behind that rank is no work before it.
   */
  public static Optional<Outlook> of(
      HallPlan plan, TreePMap<WindowId, Window> windows, Queues queues, LineId line, Rank rank) {
    Line asked = plan.findLine(line).orElse(null);
    if (asked == null) {
      return Optional.empty();
    }
    List<Window.Open> here = staying(windows);
    List<WindowPlan> coming = coming(plan, windows);
    double[] shares = shares(plan, here, coming, queues, rank);
    double work = 0;
    boolean free = false;
    int now = 0;
    int later = 0;
    for (Window.Open window : here) {
      if (Eligibility.inScope(window.plan(), asked)) {
        now++;
        free |= window instanceof Window.Free;
        work += workBefore(plan, shares, window.plan(), window instanceof Window.Busy);
      }
    }
    for (WindowPlan window : coming) {
      if (Eligibility.inScope(window, asked)) {
        later++;
        work += workBefore(plan, shares, window, false);
      }
    }
    if (now + later == 0) {
      return Optional.empty();
    }
    double minutes =
        free && work == 0 ? 0 : spread(work, now, later, plan.tides().lag().toSeconds() / 60.0);
    return Optional.of(new Outlook(floor(minutes * LOW), ceil(Math.max(3, minutes * HIGH))));
  }

  /** When work is done that some windows share now, and more of them after a while. */
  private static double spread(double work, int now, int later, double lag) {
    if (now > 0 && (later == 0 || work <= now * lag)) {
      return work / now;
    }
    return lag + (work - now * lag) / (now + later);
  }

  /** The tidal windows that have been asked to open: a clerk is on the way. */
  private static List<WindowPlan> coming(HallPlan plan, TreePMap<WindowId, Window> windows) {
    List<WindowPlan> coming = new ArrayList<>();
    for (TidalWindow tidal : plan.tides().windows()) {
      if (windows.get(tidal.window()) instanceof Window.Closed(WindowPlan its) && its.inService()) {
        coming.add(its);
      }
    }
    return coming;
  }

  /** The open windows that go on: a closing one takes nobody more. */
  private static List<Window.Open> staying(TreePMap<WindowId, Window> windows) {
    List<Window.Open> staying = new ArrayList<>();
    for (Window window : windows.values()) {
      if (window instanceof Window.Open open && open.plan().inService()) {
        staying.add(open);
      }
    }
    return staying;
  }

  /** The open windows that may serve a line and go on doing so. */
  public static List<Window.Open> serving(
      HallPlan plan, TreePMap<WindowId, Window> windows, LineId line) {
    List<Window.Open> serving = staying(windows);
    Line asked = plan.findLine(line).orElse(null);
    serving.removeIf(it -> asked == null || !Eligibility.inScope(it.plan(), asked));
    return serving;
  }

  /** Minutes that the waiting work of each line takes the windows that may serve it together. */
  private static double[] shares(
      HallPlan plan, List<Window.Open> here, List<WindowPlan> coming, Queues queues, Rank rank) {
    var shares = new double[plan.lines().size()];
    for (int i = 0; i < shares.length; i++) {
      Line line = plan.lines().get(i);
      int waiting = queues.before(Lane.of(line.id()), rank);
      if (waiting > 0) {
        double sharing = 0;
        for (Window.Open window : here) {
          sharing += speed(window.plan(), line);
        }
        for (WindowPlan window : coming) {
          sharing += speed(window, line);
        }
        shares[i] = waiting * minutes(line) / (sharing > 0 ? sharing : 1);
      }
    }
    return shares;
  }

  private static double workBefore(
      HallPlan plan, double[] shares, WindowPlan window, boolean busy) {
    double usual = 0;
    double waiting = 0;
    int lines = 0;
    for (int i = 0; i < shares.length; i++) {
      Line line = plan.lines().get(i);
      if (Eligibility.inScope(window, line)) {
        usual += minutes(line) / window.speed(line.id());
        waiting += shares[i];
        lines++;
      }
    }
    return waiting + (busy && lines > 0 ? usual / lines / 2 : 0);
  }

  /** How fast a window is at a line, 1 being usual; 0 where it may not serve it. */
  private static double speed(WindowPlan window, Line line) {
    return Eligibility.inScope(window, line) ? window.speed(line.id()) : 0;
  }

  private static double minutes(Line line) {
    return line.usualService().toSeconds() / 60.0;
  }

  private static int floor(double minutes) {
    return (int) (minutes <= 10 ? Math.floor(minutes) : Math.floor(minutes / 5) * 5);
  }

  private static int ceil(double minutes) {
    return (int) (minutes <= 10 ? Math.ceil(minutes) : Math.ceil(minutes / 5) * 5);
  }
}
