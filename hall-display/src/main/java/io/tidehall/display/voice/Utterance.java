package io.tidehall.display.voice;

import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import java.time.Instant;

/** Something that is to be said. */
public sealed interface Utterance {
  String id();

  /** When it became news. */
  Instant at();

  /** A call of the board. */
  record Call(BoardState.Call call) implements Utterance {
    @Override
    public String id() {
      return call.id();
    }

    @Override
    public Instant at() {
      return call.at();
    }
  }

  /** Free words. */
  record Words(Announcements.Announcement announcement) implements Utterance {
    @Override
    public String id() {
      return announcement.id();
    }

    @Override
    public Instant at() {
      return announcement.at();
    }
  }
}
