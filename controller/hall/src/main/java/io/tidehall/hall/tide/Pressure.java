package io.tidehall.hall.tide;

import io.tidehall.hall.tide.TideView.Stage;

/**
 * Load against windows in the scope of one tidal window. A window that serves other lines too
 * counts for the part of its load that lies in the scope; so a dedicated window of another field
 * does not count, and one that serves everything counts wholly in a hall-wide scope.
 */
final class Pressure {
  private final TideView view;
  private final double[] load;
  private final double[] loadOf;

  /** Load by line as {@code of} gives it. */
  Pressure(TideView view, Load of) {
    this.view = view;
    load = new double[view.lines()];
    for (int line = 0; line < load.length; line++) {
      load[line] = of.at(line);
    }
    loadOf = new double[view.windows()];
    for (int window = 0; window < loadOf.length; window++) {
      loadOf[window] = loadOf(window, window);
    }
  }

  /** A load by line. */
  @FunctionalInterface
  interface Load {
    double at(int line);
  }

  /** The load in the scope of a window. */
  double load(int scope) {
    return loadOf[scope];
  }

  /** Windows for the scope that are open or will be: those asked to close do not count. */
  double windows(int scope, double from, double to) {
    double sum = 0;
    for (int window = 0; window < loadOf.length; window++) {
      double staffed =
          switch (view.stage(window)) {
            case OPENING -> 1;
            case OPEN, CLOSED -> view.staffed(window, from, to);
            case CLOSING -> 0;
          };
      if (staffed > 0) {
        sum += staffed * share(window, scope);
      }
    }
    return sum;
  }

  /** Windows for the scope that are open now, or will be without anybody asking. */
  double open(int scope) {
    double sum = 0;
    for (int window = 0; window < loadOf.length; window++) {
      Stage stage = view.stage(window);
      if (stage == Stage.OPEN || stage == Stage.OPENING) {
        sum += share(window, scope);
      }
    }
    return sum;
  }

  /** Which part of a window counts for the scope of another: 1 for all of it, 0 for nothing. */
  double share(int window, int scope) {
    if (window == scope) {
      return 1;
    }
    if (loadOf[window] > 0) {
      return loadOf(window, scope) / loadOf[window];
    }
    int own = 0;
    int shared = 0;
    for (int line = 0; line < load.length; line++) {
      if (view.serves(window, line)) {
        own++;
        shared += view.serves(scope, line) ? 1 : 0;
      }
    }
    return own == 0 ? 0 : (double) shared / own;
  }

  /**
   * What a window carries of the load in a scope, each line shared evenly by those who serve it.
   */
  double carried(int window, int scope) {
    double sum = 0;
    for (int line = 0; line < load.length; line++) {
      if (load[line] > 0 && view.serves(window, line) && view.serves(scope, line)) {
        sum += load[line] / Math.max(1, serving(line));
      }
    }
    return sum;
  }

  private int serving(int line) {
    int count = 0;
    for (int window = 0; window < loadOf.length; window++) {
      Stage stage = view.stage(window);
      count += (stage == Stage.OPEN || stage == Stage.OPENING) && view.serves(window, line) ? 1 : 0;
    }
    return count;
  }

  private double loadOf(int window, int scope) {
    double sum = 0;
    for (int line = 0; line < load.length; line++) {
      if (load[line] > 0 && view.serves(window, line) && view.serves(scope, line)) {
        sum += load[line];
      }
    }
    return sum;
  }
}
