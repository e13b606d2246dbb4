package io.tidehall.hall;

/** What people have done with a device of the hall. */
public enum DeviceChange {
  /** It waited with a code and was given a place and a credential. */
  PAIRED,
  /** It waited with a code and is not wanted. */
  REFUSED,
  /** It has another name or stands elsewhere. */
  MOVED,
  /** Its credential was taken away for ever. */
  REVOKED,
  /** A new paper roll was put into a printer; whoever stands at its kiosk may tell it too. */
  NEW_ROLL
}
