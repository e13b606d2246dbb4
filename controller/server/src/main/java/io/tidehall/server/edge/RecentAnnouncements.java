package io.tidehall.server.edge;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.protocol.Announcements.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The announcements of the last minutes, from the journal's events; on any thread. */
final class RecentAnnouncements {
  private static final Duration NEWS = Duration.ofMinutes(10);
  private static final int MOST = 50;

  private final Deque<Announcement> all = new ArrayDeque<>();

  /** What the last start knew, as far as the state still tells it. */
  RecentAnnouncements(HallState state) {
    state.answers().all().forEach(it -> hear(it.at(), it.events()));
  }

  void hear(Entry entry) {
    hear(entry.at(), entry.events());
  }

  /** Those that are not over, oldest first. */
  synchronized List<Announcement> at(Instant now) {
    all.removeIf(it -> !now.isBefore(it.until()));
    return List.copyOf(all);
  }

  private synchronized void hear(Instant at, List<Event> events) {
    for (Event event : events) {
      if (event instanceof Event.Announced it) {
        all.addLast(new Announcement(it.id(), it.zone(), it.text(), at, at.plus(NEWS)));
        if (all.size() > MOST) {
          all.removeFirst();
        }
      }
    }
  }
}
