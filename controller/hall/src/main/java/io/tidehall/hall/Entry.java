package io.tidehall.hall;

import java.time.Instant;
import java.util.List;

/**
 * What the journal keeps: the events of one accepted request, in order.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param at when it was decided; never before the entry before it
 */
public record Entry(long seq, Instant at, String request, Actor actor, List<Event> events) {
  public Entry {
    events = List.copyOf(events);
  }
}
