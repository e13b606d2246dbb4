package io.tidehall.hall.tide;

import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.hall.tide.TideView.Stage;

/**
 * What it costs to man a tidal window with the clerk of another: the lending window is gone
 * meanwhile, so only the work it did not do already is won, and its own lines must bear it.
 *
 * @param lender the window whose clerk comes over; -1 where nobody is borrowed
 */
record Lending(TideView view, int window, int lender) {
  /** A clerk is not moved for less of a window than this. */
  private static final double LEAST_GAIN = 0.5;

  static Lending of(TideView view, int window) {
    return new Lending(view, window, view.lender(window));
  }

  /** The windows for the scope that come back when the tidal window closes. */
  double back(Pressure pressure) {
    if (lender < 0) {
      return 0;
    }
    Stage stage = view.stage(lender);
    return stage == Stage.CLOSED || stage == Stage.CLOSING ? pressure.share(lender, window) : 0;
  }

  /** Whether a clerk may be taken away under a rule that compares waiting work. */
  boolean bears(Pressure waiting, Threshold rule) {
    if (lender < 0) {
      return true;
    }
    double each = waiting.load(window) / Math.max(1, waiting.open(window));
    if (rule.measure() == Measure.PEOPLE) {
      return gains(waiting, each) && left() < rule.openAbove();
    }
    return gains(waiting, each)
        && waiting.load(lender) / Math.max(1, without(waiting.open(lender), waiting))
            < rule.openAbove();
  }

  /** Whether a clerk may be taken away under a rule that compares windows with load. */
  boolean bears(Pressure ahead, Staffing rule, double from, double to) {
    if (lender < 0) {
      return true;
    }
    double load = ahead.load(lender);
    return gains(ahead, 1)
        && load + rule.safety() * Math.sqrt(load)
            <= without(ahead.windows(lender, from, to), ahead);
  }

  /**
   * Whether the scope wins enough.
   *
   * @param full the load that keeps a window at work
   */
  private boolean gains(Pressure pressure, double full) {
    return pressure.carried(lender, window) <= (1 - LEAST_GAIN) * full;
  }

  /** Windows for the lender's lines once its clerk serves at the tidal window. */
  private double without(double windows, Pressure pressure) {
    return windows - 1 + pressure.share(window, lender);
  }

  /** People in the lender's lines whom the tidal window does not take. */
  private int left() {
    int people = 0;
    for (int line = 0; line < view.lines(); line++) {
      if (view.serves(lender, line) && !view.serves(window, line)) {
        people += view.waiting(line);
      }
    }
    return people;
  }
}
