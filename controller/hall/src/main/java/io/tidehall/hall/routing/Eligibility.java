package io.tidehall.hall.routing;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may serve whom: the one answer used by routing, displays, estimates, consoles and the
 * simulator alike. A ticket in a line may go to any open window whose scope holds the line: the
 * window's lines, and every line of its second fields. A ticket with items of several lines needs
 * all of them there. A transferred ticket may go only to the window or clerk it was sent to.
 */
public final class Eligibility {
  private Eligibility() {}

  /** Whether a window set up like this may serve a line. */
  public static boolean inScope(WindowPlan window, Line line) {
    return window.serves(line);
  }

  /** The lines that a window set up like this may serve, in the order of the hall's lines. */
  public static List<Line> scope(HallPlan plan, WindowPlan window) {
    List<Line> scope = new ArrayList<>();
    for (Line line : plan.lines()) {
      if (inScope(window, line)) {
        scope.add(line);
      }
    }
    return scope;
  }

  /** The lanes an open window takes tickets from. */
  public static List<Lane> lanes(HallPlan plan, Window.Open window) {
    List<Lane> lanes = new ArrayList<>();
    for (Line line : plan.lines()) {
      if (inScope(window.plan(), line)) {
        lanes.add(Lane.of(line.id()));
      }
    }
    lanes.add(Lane.of(window.id()));
    lanes.add(Lane.of(window.post().clerk()));
    ClerkId away = window.post().standingInFor();
    if (away != null) {
      lanes.add(Lane.of(away));
    }
    return lanes;
  }

  public static boolean mayServe(HallPlan plan, Window.Open window, Lane lane) {
    return switch (lane.kind()) {
      case LINE -> inScope(plan, window.plan(), new LineId(lane.id()));
      case WINDOW -> window.id().value().equals(lane.id());
      case CLERK -> {
        ClerkId away = window.post().standingInFor();
        yield window.post().clerk().value().equals(lane.id())
            || (away != null && away.value().equals(lane.id()));
      }
    };
  }

  /** Whether a window may call a ticket from where it waits. */
  public static boolean mayServe(HallPlan plan, Window.Open window, Ticket ticket) {
    return mayServe(plan, window, ticket.lane())
        && (ticket.lane().kind() != Lane.Kind.LINE || allOf(plan, window.plan(), ticket.also()));
  }

  /** Whether a window set up like this may serve all of these lines. */
  public static boolean allOf(HallPlan plan, WindowPlan window, List<LineId> lines) {
    for (LineId line : lines) {
      if (!inScope(plan, window, line)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a window set up like this may serve a line, which is not so for an unknown one. */
  public static boolean inScope(HallPlan plan, WindowPlan window, LineId id) {
    if (window.second().isEmpty()) {
      return window.lines().contains(id);
    }
    for (Line line : plan.lines()) {
      if (line.id().equals(id)) {
        return inScope(window, line);
      }
    }
    return false;
  }
}
