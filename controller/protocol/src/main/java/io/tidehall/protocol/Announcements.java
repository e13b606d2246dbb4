package io.tidehall.protocol;

import java.time.Instant;
import java.util.List;

/** What the hall's staff let say in free words, oldest first; only what is not over yet. */
public record Announcements(long seq, List<Announcement> all) implements Message {
  public Announcements {
    all = Check.list("all", all, 50);
  }

  /**
   * Free words for everybody in a zone.
   *
   * @param zone where it is said and shown; empty for everywhere
   * @param until when it is no news any more
   */
  public record Announcement(String id, String zone, String text, Instant at, Instant until) {
    public Announcement {
      id = Check.id("id", id);
      zone = zone == null ? "" : Check.text("zone", zone, 40);
      text = Check.text("text", text, 200);
      at = Check.present("at", at);
      until = Check.present("until", until);
    }

    /**
     * Whether a screen or voice of a zone tells it.
     *
     * @param its the zone of the screen or voice; empty for all
     */
    public boolean tellsIn(String its) {
      return its.isEmpty() || zone.isEmpty() || zone.equals(its);
    }
  }
}
