package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Act;
import org.jspecify.annotations.Nullable;

/** What the app is to do. */
public sealed interface Effect {
  /**
   * Ask the hall, and tell the flow the answer under this number. A number that was asked before is
   * the same request: the hall acts on it once.
   */
  record Ask(long ask, Act act) implements Effect {}

  /** Find out whether this is the PIN, and tell the flow. */
  record CheckPin(String pin, String hash) implements Effect {
    @Override
    public String toString() {
      return "CheckPin";
    }
  }

  /** Remember wrong PINs and locks over a restart. */
  record Remember(Guard guard) implements Effect {}

  /** Look at the machine and its network for staff. */
  record LookAround() implements Effect {}

  /** Keep how loud this kiosk speaks; null for as the hall says. */
  record KeepLoudness(@Nullable Integer percent) implements Effect {}

  /** Tell what keys the kiosk has. */
  record NameButtons() implements Effect {}

  /** The program is to end, for good or to begin anew. */
  record End(Service.Leave leave) implements Effect {}

  /** Make a keyed hash of what was typed, tell it back, and keep nothing else. */
  record Hash(String typed) implements Effect {
    @Override
    public String toString() {
      return "Hash";
    }
  }
}
