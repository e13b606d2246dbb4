package io.tidehall.hall;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;

/**
 * How many stand before a ticket: all who count as having come earlier and wait for a window that
 * may serve it, in whatever line. Windows are shared by lines, so the own line alone would tell
 * somebody who is the first of it that nobody is ahead, and let him wait for half an hour.
 */
public final class PeopleAhead {
  private static final Rank LAST = new Rank(Instant.MAX, Long.MAX_VALUE);

  private PeopleAhead() {}

  /** The tickets before a rank in a line. While no open window serves it, those of the line. */
  public static int of(HallState state, LineId line, Rank rank) {
    List<Window.Open> serving = Outlook.serving(state.plan(), state.windows(), line);
    if (serving.isEmpty()) {
      return before(state.queues().lane(Lane.of(line)), rank);
    }
    int ahead = 0;
    for (Map.Entry<Lane, TreePMap<Rank, TicketId>> lane : state.queues().lanes().entrySet()) {
      for (Window.Open window : serving) {
        if (Eligibility.mayServe(state.plan(), window, lane.getKey())) {
          ahead += before(lane.getValue(), rank);
          break;
        }
      }
    }
    return ahead;
  }

  /** Those before a ticket that would be taken now, without a head start. */
  public static int ofNew(HallState state, LineId line) {
    return of(state, line, LAST);
  }

  private static int before(TreePMap<Rank, TicketId> lane, Rank rank) {
    // Nearly always the newest is the last; counting a part of a lane takes as long as it is.
    return lane.isEmpty() || lane.lastKey().compareTo(rank) < 0
        ? lane.size()
        : lane.headMap(rank).size();
  }
}
