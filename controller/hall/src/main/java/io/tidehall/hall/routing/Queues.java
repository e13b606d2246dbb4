package io.tidehall.hall.routing;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The waiting tickets: in each lane by rank, and there again by class, since a policy asks for the
 * first of a class. Immutable and ordered.
 *
 * @param several the further lines of those that wait in a line with items of several: not every
 *     window of the line may serve them
 */
public record Queues(
    TreePMap<Lane, TreePMap<Rank, TicketId>> lanes,
    TreePMap<Lane, TreePMap<PriorityClass, TreePMap<Rank, TicketId>>> classes,
    TreePMap<TicketId, List<LineId>> several) {
  public static Queues empty() {
    return new Queues(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());
  }

  public Queues plus(Lane lane, PriorityClass priority, Rank rank, TicketId ticket) {
    return new Queues(
        lanes.plus(lane, lane(lane).plus(rank, ticket)),
        classes.plus(
            lane, classes(lane).plus(priority, inClass(lane, priority).plus(rank, ticket))),
        several);
  }

  /** A waiting ticket of several lines' items. */
  public Queues withSeveral(TicketId ticket, List<LineId> also) {
    return new Queues(lanes, classes, several.plus(ticket, also));
  }

  public Queues minus(Lane lane, PriorityClass priority, Rank rank) {
    TreePMap<TicketId, List<LineId>> others =
        several.isEmpty() ? several : without(lane(lane).get(rank));
    TreePMap<Rank, TicketId> rest = lane(lane).minus(rank);
    if (rest.isEmpty()) {
      return new Queues(lanes.minus(lane), classes.minus(lane), others);
    }
    TreePMap<Rank, TicketId> restOfClass = inClass(lane, priority).minus(rank);
    return new Queues(
        lanes.plus(lane, rest),
        classes.plus(
            lane,
            restOfClass.isEmpty()
                ? classes(lane).minus(priority)
                : classes(lane).plus(priority, restOfClass)),
        others);
  }

  private TreePMap<TicketId, List<LineId>> without(@Nullable TicketId ticket) {
    return ticket == null ? several : several.minus(ticket);
  }

  /** The tickets of a lane in the order of their ranks. */
  public TreePMap<Rank, TicketId> lane(Lane lane) {
    TreePMap<Rank, TicketId> found = lanes.get(lane);
    return found == null ? TreePMap.empty() : found;
  }

  /** The tickets of a lane by class; classes of which nobody waits are missing. */
  public TreePMap<PriorityClass, TreePMap<Rank, TicketId>> classes(Lane lane) {
    TreePMap<PriorityClass, TreePMap<Rank, TicketId>> found = classes.get(lane);
    return found == null ? TreePMap.empty() : found;
  }

  /** The oldest ticket in a lane. */
  public Optional<Map.Entry<Rank, TicketId>> head(Lane lane) {
    TreePMap<Rank, TicketId> waiting = lane(lane);
    // firstEntry of an empty TreePMap throws, other than TreeMap's.
    return waiting.isEmpty() ? Optional.empty() : Optional.ofNullable(waiting.firstEntry());
  }

  public int waiting(Lane lane) {
    return lane(lane).size();
  }

  /** How many wait in a lane before a rank. */
  public int before(Lane lane, Rank rank) {
    TreePMap<Rank, TicketId> waiting = lane(lane);
    // Nearly always the newest is the last; counting a part of a lane takes as long as it is.
    return waiting.isEmpty() || waiting.lastKey().compareTo(rank) < 0
        ? waiting.size()
        : waiting.headMap(rank).size();
  }

  private TreePMap<Rank, TicketId> inClass(Lane lane, PriorityClass priority) {
    TreePMap<Rank, TicketId> found = classes(lane).get(priority);
    return found == null ? TreePMap.empty() : found;
  }
}
