package io.tidehall.hall.rating;

/** How a rating came in, with the code used in upward reports. */
public enum Channel {
  PC(1),
  MOBILE(2),
  QR_CODE(3),
  HALL_PAD(4),
  OTHER_TERMINAL(5),
  SMS(6),
  /** Set by the system; never part of the active satisfaction rate. */
  DEFAULT(7);

  private final int code;

  Channel(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
