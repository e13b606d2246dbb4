package io.tidehall.hall;

/** What people have done with a device of the hall, or at it. */
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
  NEW_ROLL,
  /** The door of a kiosk's cabinet was opened; the kiosk itself tells it. */
  DOOR_OPENED,
  /** It was closed again. */
  DOOR_CLOSED;

  /** Whether a device may tell it of itself. */
  boolean ofDoor() {
    return this == DOOR_OPENED || this == DOOR_CLOSED;
  }
}
