package io.tidehall.server.forecast;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was forecast at one moment.
 *
 * @param seq the journal entry the hall stood at
 * @param learned whether enough history holds the ranges; until then nobody is told them
 * @param ordinary the promise to a ticket taken now, by line; lines without an open window lack one
 * @param green the same by the green channel
 * @param left what is left to those who wait
 */
record HallForecast(
    Instant at,
    long seq,
    boolean learned,
    Map<LineId, Promise> ordinary,
    Map<LineId, Promise> green,
    Map<TicketId, Promise.Minutes> left) {
  static final HallForecast NONE =
      new HallForecast(Instant.EPOCH, 0, false, Map.of(), Map.of(), Map.of());

  HallForecast {
    ordinary = new TreeMap<>(ordinary);
    green = new TreeMap<>(green);
    left = new TreeMap<>(left);
  }

  Optional<Promise> promise(LineId line, boolean byGreenChannel) {
    return Optional.ofNullable((byGreenChannel ? green : ordinary).get(line));
  }
}
