package io.tidehall.hall;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.window.Window;
import java.util.List;

/**
 * How many stand before a ticket: all who count as having come earlier and wait for a window that
 * may serve it, in whatever line. Windows are shared by lines, so the own line alone would tell
 * somebody who is the first of it that nobody is ahead, and let him wait for half an hour.
 */
public final class PeopleAhead {
  private PeopleAhead() {}

  /** The tickets before a rank in a line. While no open window serves it, those of the line. */
  public static int of(HallState state, LineId line, Rank rank) {
    List<Window.Open> serving = Outlook.serving(state.plan(), state.windows(), line);
    if (serving.isEmpty()) {
      return state.queues().before(Lane.of(line), rank);
    }
    int ahead = 0;
    for (Lane lane : state.queues().lanes().keySet()) {
      for (Window.Open window : serving) {
        if (Eligibility.mayServe(state.plan(), window, lane)) {
          ahead += state.queues().before(lane, rank);
          break;
        }
      }
    }
    return ahead;
  }

  /** Those before a ticket that would be taken now, without a head start. */
  public static int ofNew(HallState state, LineId line) {
    return of(state, line, Rank.LAST);
  }
}
