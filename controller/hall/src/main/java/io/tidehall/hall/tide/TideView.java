package io.tidehall.hall.tide;

import java.time.LocalDate;

/**
 * What a rule for tidal windows may look at. Lines and windows are numbered from 0; times are
 * minutes since midnight of the hall's day, work is in minutes of service, load in erlangs (windows
 * kept busy). Implementations answer from what they have and allocate nothing, since a simulated
 * day asks thousands of times.
 */
public interface TideView {
  /** The hall's day, for seasons and market days. */
  LocalDate day();

  /** Now. */
  double minute();

  int lines();

  /** People waiting in a line. */
  int waiting(int line);

  /** The service that the people waiting in a line will need. */
  double waitingWork(int line);

  /** How long the one who waits the longest in a line has waited; 0 while nobody waits. */
  double longestWait(int line);

  /** The load that a line is expected to bring on average between two times of today. */
  double offeredLoad(int line, double from, double to);

  int windows();

  boolean serves(int window, int line);

  Stage stage(int window);

  /** Since when a window has been in its stage. */
  double since(int window);

  /**
   * The share of the time between two times of today in which an open window is expected to be
   * staffed; 1 where nothing is known of breaks. Asked of open windows, and of closed ones that are
   * not tidal.
   */
  default double staffed(int window, double from, double to) {
    return stage(window) == Stage.OPEN ? 1 : 0;
  }

  /** Until when somebody is there to man a tidal window; now or earlier if nobody is. */
  double availableUntil(int window);

  /**
   * The window whose clerk comes over to man a tidal window, and is out of service meanwhile; -1
   * where nobody is borrowed.
   */
  default int lender(int window) {
    return -1;
  }

  /** How long it takes from asking for a window to its first call, usually 5 minutes. */
  double lag();

  /** How far a window is from serving people. */
  enum Stage {
    CLOSED,
    /** Asked to open; nobody has signed in yet. */
    OPENING,
    OPEN,
    /** Asked to close; it finishes the ticket it has. */
    CLOSING
  }
}
