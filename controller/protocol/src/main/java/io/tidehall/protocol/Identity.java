package io.tidehall.protocol;

/** How a kiosk may recognise who takes a ticket; what it learns leaves it as a keyed hash only. */
public enum Identity {
  /** Not at all: the visitor may do without the others. */
  NONE,
  /** The last four digits of the phone and the birthday. */
  PHONE_LAST_DIGITS,
  /** The number of the second-generation ID card. */
  ID_CARD
}
