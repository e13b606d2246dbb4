package io.tidehall.simulator.run;

import io.tidehall.simulator.day.Customers;
import io.tidehall.simulator.floor.Layout;

/**
 * What came of a simulated day. Arrays are not copied and not to be changed.
 *
 * @param waits minutes from issue to call, by customer; NaN for who was never called
 * @param window who served the customer, or −1
 * @param busy minutes with a ticket, by window
 * @param open minutes open, by window
 * @param openings how often a tidal window was asked to open, by window
 * @param idleWhileWaiting window minutes idle while anybody waited
 * @param avoidable window minutes idle while somebody waited whom the window may serve
 * @param openMinutes window minutes open
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of columns a run; nobody compares them
public record DayResult(
    Layout layout,
    Customers customers,
    double[] waits,
    int[] window,
    double[] busy,
    double[] open,
    int[] openings,
    double idleWhileWaiting,
    double avoidable,
    double openMinutes) {
  /** The mean wait of everybody who was called. */
  public double meanWait() {
    double sum = 0;
    int called = 0;
    for (double it : waits) {
      if (!Double.isNaN(it)) {
        sum += it;
        called++;
      }
    }
    return called == 0 ? 0 : sum / called;
  }

  /** How many were never called. */
  public int unserved() {
    int count = 0;
    for (double it : waits) {
      count += Double.isNaN(it) ? 1 : 0;
    }
    return count;
  }
}
