package io.tidehall.display;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Message;
import java.time.Instant;

/** What can happen to a screen that only shows: a state came, the reach changed, time passed. */
public sealed interface Happening {
  /** A state came from the hall. */
  record Heard(Message message) implements Happening {}

  /** The hall can be reached better or worse than before. */
  record Reached(Reach reach, Instant lastHeard) implements Happening {}

  /** Time passed, by the hall's clock. */
  record Tick(Instant now) implements Happening {}
}
