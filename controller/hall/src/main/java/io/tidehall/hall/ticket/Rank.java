package io.tidehall.hall.ticket;

import java.time.Instant;

/**
 * A ticket's place in its queue: the moment it counts as having arrived, then the order of issue.
 * The smaller rank is served first.
 */
public record Rank(Instant since, long order) implements Comparable<Rank> {
  /** Behind everybody: a ticket taken now, without a head start. */
  public static final Rank LAST = new Rank(Instant.MAX, Long.MAX_VALUE);

  @Override
  public int compareTo(Rank other) {
    int byTime = since.compareTo(other.since);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }
}
