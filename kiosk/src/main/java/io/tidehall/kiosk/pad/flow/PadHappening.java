package io.tidehall.kiosk.pad.flow;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Message;
import java.time.Instant;

/** What can happen to a rating pad. */
public sealed interface PadHappening {
  /** The hall said how things are. */
  record Said(Message message) implements PadHappening {}

  /** The hall came into reach or left it. */
  record Reached(Reach reach) implements PadHappening {}

  /** Time passes; as for the kiosk. */
  record Tick(Instant now, long steady) implements PadHappening {}

  /** A level was touched, or its tactile button pressed. */
  record ChooseLevel(int level) implements PadHappening {}

  /** A reason was touched: chosen, or no longer. */
  record ToggleReason(String code) implements PadHappening {}

  /** Send the rating with the reasons chosen. */
  record Send() implements PadHappening {}

  /** None of the reasons fits: it will be said at the desk. */
  record SayAtDesk() implements PadHappening {}

  /** Back to the levels. */
  record Back() implements PadHappening {}

  /** No wish to rate. */
  record Decline() implements PadHappening {}

  record SwitchLanguage() implements PadHappening {}
}
