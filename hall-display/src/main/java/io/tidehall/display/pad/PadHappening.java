package io.tidehall.display.pad;

import io.tidehall.display.Happening;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import java.time.Instant;

/** What can happen to a call pad. */
public sealed interface PadHappening {
  /** What can happen to any screen. */
  record Seen(Happening what) implements PadHappening {}

  /** A key went down or was let go, on the real pad or on the screen. */
  record Moved(Act.Button key, boolean down, Instant at) implements PadHappening {}

  /** The pad is gone: what was held is not held any more, and means nothing. */
  record Lost() implements PadHappening {}

  /** The hall answered a press. */
  record Answered(long press, HallAnswer.Reply reply) implements PadHappening {}

  /** The hall did not answer a press in time. */
  record Unanswered(long press) implements PadHappening {}
}
