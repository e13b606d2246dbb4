package io.tidehall.hall.routing;

import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/** The waiting tickets: in each lane by rank. Immutable and ordered. */
public record Queues(TreePMap<Lane, TreePMap<Rank, TicketId>> lanes) {
  public static Queues empty() {
    return new Queues(TreePMap.empty());
  }

  public Queues plus(Lane lane, Rank rank, TicketId ticket) {
    return new Queues(lanes.plus(lane, lane(lane).plus(rank, ticket)));
  }

  public Queues minus(Lane lane, Rank rank) {
    TreePMap<Rank, TicketId> rest = lane(lane).minus(rank);
    return new Queues(rest.isEmpty() ? lanes.minus(lane) : lanes.plus(lane, rest));
  }

  /** The tickets of a lane in the order they are served. */
  public TreePMap<Rank, TicketId> lane(Lane lane) {
    TreePMap<Rank, TicketId> found = lanes.get(lane);
    return found == null ? TreePMap.empty() : found;
  }

  /** The ticket that is served first in a lane. */
  public Optional<Map.Entry<Rank, TicketId>> head(Lane lane) {
    TreePMap<Rank, TicketId> waiting = lane(lane);
    // firstEntry of an empty TreePMap throws, other than TreeMap's.
    return waiting.isEmpty() ? Optional.empty() : Optional.ofNullable(waiting.firstEntry());
  }

  public int waiting(Lane lane) {
    return lane(lane).size();
  }
}
