package io.tidehall.hall.plan;

/**
 * How a hall lets a visitor be recognised at a kiosk. Only a keyed hash of it reaches the rules.
 */
public enum Identity {
  /** Not at all: where it stands beside others, the visitor may do without. */
  NONE,
  /** The last digits of the phone and the birthday. */
  PHONE_LAST_DIGITS,
  /** The number of the second-generation ID card. */
  ID_CARD
}
