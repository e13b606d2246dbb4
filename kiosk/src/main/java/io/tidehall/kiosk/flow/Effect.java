package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Act;

/** What the app is to do. */
public sealed interface Effect {
  /**
   * Ask the hall, and tell the flow the answer under this number. A number that was asked before is
   * the same request: the hall acts on it once.
   */
  record Ask(long ask, Act act) implements Effect {}

  /** Make a keyed hash of what was typed, tell it back, and keep nothing else. */
  record Hash(String typed) implements Effect {
    @Override
    public String toString() {
      return "Hash";
    }
  }
}
