package io.tidehall.server.whatif;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.server.readmodel.RecordedDay.Idle;
import io.tidehall.server.readmodel.RecordedDay.Manned;
import io.tidehall.server.readmodel.RecordedDay.Visit;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.DayResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A day as it was or might have been: when each visitor was called, and how windows spent the time.
 * All in minutes.
 *
 * @param called since midnight, by visit; NaN for who never was
 * @param busy with a visitor, by window of the layout
 * @param open by window of the layout
 * @param idleWhileWaiting of all windows together
 */
@SuppressWarnings("ArrayRecordComponent") // columns that nobody compares
record Played(
    PastHall hall,
    Layout layout,
    double[] called,
    double[] busy,
    double[] open,
    double idleWhileWaiting) {

  /** What the journal says. */
  static Played actual(PastHall hall, Layout layout) {
    double[] called = new double[hall.visits()];
    double[] busy = new double[layout.windows()];
    double[] open = new double[layout.windows()];
    for (int i = 0; i < called.length; i++) {
      Visit visit = hall.visit(i);
      called[i] = hall.minute(visit.called());
      busy[layout.windowOf(visit.window().value())] += hall.handled(i);
    }
    Stretches waiting = waiting(hall, called);
    double idle = 0;
    for (Manned it : hall.day().manned()) {
      for (Idle free : it.free()) {
        double from = Math.max(hall.first(), hall.minute(free.from()));
        double to = Math.min(hall.last(), hall.minute(free.to()));
        idle += waiting.within(from, to);
      }
    }
    for (int window = 0; window < open.length; window++) {
      String id = layout.scenario().windows().get(window).id();
      open[window] =
          hall.manned(new WindowId(id)).stream().mapToDouble(it -> it.to() - it.from()).sum();
    }
    return new Played(hall, layout, called, busy, open, idle);
  }

  /**
   * What the simulator says. The clerks' pauses, which it takes for work, are none: as in the
   * journal, a window without a visitor is free.
   */
  static Played simulated(PastHall hall, DayResult result) {
    Layout layout = result.layout();
    double[] called = new double[hall.visits()];
    double[] busy = new double[layout.windows()];
    for (int i = 0; i < called.length; i++) {
      called[i] = result.customers().at(i) + result.waits()[i];
      if (result.window()[i] >= 0) {
        busy[result.window()[i]] += kept(hall, layout, result, i);
      }
    }
    Stretches waiting = waiting(hall, called);
    double idle = result.idleWhileWaiting();
    for (int i = 0; i < called.length; i++) {
      double free = called[i] + kept(hall, layout, result, i);
      idle += Double.isNaN(free) ? 0 : waiting.within(free, free + hall.pause());
    }
    return new Played(hall, layout, called, busy, result.open(), idle);
  }

  private static Stretches waiting(PastHall hall, double[] called) {
    List<double[]> waits = new ArrayList<>();
    for (int i = 0; i < called.length; i++) {
      double to = Double.isNaN(called[i]) ? hall.last() : called[i];
      waits.add(new double[] {Math.min(hall.minute(hall.visit(i).since()), to), to});
    }
    return Stretches.union(waits);
  }

  /** How long the call of a visitor kept its window, by the window's speed; NaN without one. */
  private static double kept(PastHall hall, Layout layout, DayResult result, int visit) {
    int window = result.window()[visit];
    if (window < 0) {
      return Double.NaN;
    }
    int line = result.customers().line(visit);
    return layout.occupancy(window, line, false, result.customers().service(visit)) - hall.pause();
  }

  /** How long a visitor waited, not at all if called before the slot; NaN for who never was. */
  double wait(int visit) {
    return Math.max(0, called[visit] - hall.minute(hall.visit(visit).since()));
  }

  /** The mean number of people waiting between two times. */
  double waitingBetween(double from, double to) {
    double sum = 0;
    for (int i = 0; i < called.length; i++) {
      double until = Double.isNaN(called[i]) ? hall.last() : called[i];
      double since = hall.minute(hall.visit(i).since());
      sum += Math.max(0, Math.min(to, until) - Math.max(from, since));
    }
    return sum / (to - from);
  }

  /** The mean wait in a line; 0 when nobody of it was called. */
  double meanOfLine(String line) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < called.length; i++) {
      Visit visit = hall.visit(i);
      if (visit.counts() && visit.line().value().equals(line) && !Double.isNaN(called[i])) {
        sum += wait(i);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  Answer.Figures figures(double target) {
    double[] waits = new double[called.length];
    int count = 0;
    int unserved = 0;
    for (int i = 0; i < called.length; i++) {
      unserved += Double.isNaN(called[i]) ? 1 : 0;
      if (hall.visit(i).counts() && !Double.isNaN(called[i])) {
        waits[count++] = wait(i);
      }
    }
    double[] sorted = Arrays.copyOf(waits, count);
    Arrays.sort(sorted);
    String worst = null;
    double worstMean = 0;
    for (var line : hall.lines()) {
      double mean = meanOfLine(line.id());
      if (mean > worstMean) {
        worst = line.id();
        worstMean = mean;
      }
    }
    double minutes = Arrays.stream(open).sum();
    return new Answer.Figures(
        round(Arrays.stream(sorted).average().orElse(0)),
        round(point(sorted, 0.5)),
        round(point(sorted, 0.9)),
        round(point(sorted, 0.99)),
        share((double) Arrays.stream(sorted).filter(it -> it > target).count(), count),
        worst,
        round(worstMean),
        share(idleWhileWaiting, minutes),
        spreadOfUse(),
        round(minutes / 60),
        round(tidalMinutes() / 60),
        unserved);
  }

  private double tidalMinutes() {
    double minutes = 0;
    for (int window = 0; window < open.length; window++) {
      minutes += layout.tidal(window) ? open[window] : 0;
    }
    return minutes;
  }

  private double spreadOfUse() {
    double[] use = new double[open.length];
    int count = 0;
    for (int window = 0; window < open.length; window++) {
      if (open[window] > 0 && !layout.tidal(window)) {
        use[count++] = busy[window] / open[window];
      }
    }
    double[] known = Arrays.copyOf(use, count);
    double mean = Arrays.stream(known).average().orElse(0);
    double square = Arrays.stream(known).map(it -> (it - mean) * (it - mean)).average().orElse(0);
    return Math.round(Math.sqrt(square) * 1e4) / 1e4;
  }

  /** The smallest wait that at least this share does not exceed. */
  private static double point(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : Math.round(part / whole * 1e4) / 1e4;
  }

  /** To hundredths of a minute. */
  static double round(double minutes) {
    return Math.round(minutes * 100) / 100.0;
  }
}
