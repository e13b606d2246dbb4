package io.tidehall.display.pad;

import io.tidehall.display.Happening;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;

/** What can happen to a call pad. */
public sealed interface PadHappening {
  /** What can happen to any screen. */
  record Seen(Happening what) implements PadHappening {}

  /** A button went down, on the real pad or on the screen. */
  record Pressed(Act.Button button) implements PadHappening {}

  /** The hall answered a press. */
  record Answered(long press, HallAnswer.Reply reply) implements PadHappening {}

  /** The hall did not answer a press in time. */
  record Unanswered(long press) implements PadHappening {}
}
