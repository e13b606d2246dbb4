package io.tidehall.hall.routing;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may serve whom: the one answer used by routing, displays, estimates and consoles alike. A
 * ticket in a line may go to any open window whose scope holds the line; a transferred ticket only
 * to the window or clerk it was sent to.
 */
public final class Eligibility {
  private Eligibility() {}

  /** The lanes an open window takes tickets from. */
  public static List<Lane> lanes(Window.Open window) {
    List<Lane> lanes = new ArrayList<>();
    for (LineId line : window.plan().lines()) {
      lanes.add(Lane.of(line));
    }
    lanes.add(Lane.of(window.id()));
    lanes.add(Lane.of(window.post().clerk()));
    ClerkId away = window.post().standingInFor();
    if (away != null) {
      lanes.add(Lane.of(away));
    }
    return lanes;
  }

  public static boolean mayServe(Window.Open window, Lane lane) {
    return switch (lane.kind()) {
      case LINE -> window.plan().serves(new LineId(lane.id()));
      case WINDOW -> window.id().value().equals(lane.id());
      case CLERK -> lanes(window).contains(lane);
    };
  }
}
