package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Act;

/** What the app is to do. */
public sealed interface Effect {
  /** Ask the hall, and tell the flow the answer under this number. */
  record Ask(long ask, Act act) implements Effect {}
}
