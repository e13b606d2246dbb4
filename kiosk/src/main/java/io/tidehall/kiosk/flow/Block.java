package io.tidehall.kiosk.flow;

/** Why no ticket can be taken here now; the first that holds is shown. */
public enum Block {
  /** The hall has not said everything yet. */
  STARTING,
  NO_BROKER,
  NO_CONTROLLER,
  CLOSED,
  /** By a clock that is wrong the hall would be closed, so nobody knows. */
  CLOCK_WRONG,
  PAPER_OUT,
  PRINTER_DOWN
}
