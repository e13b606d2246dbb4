package io.tidehall.server.writer;

import io.tidehall.hall.Entry;
import io.tidehall.hall.HallState;
import java.util.List;

/**
 * Hears what has become durable, on the journal's thread and in order. It must not block: it hands
 * over and returns.
 */
@FunctionalInterface
public interface Announcer {
  void announce(HallState state, List<Entry> entries);
}
