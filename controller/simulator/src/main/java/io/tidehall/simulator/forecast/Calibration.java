package io.tidehall.simulator.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds forecasts to what came true. Every outcome gives a score: how far it lay from the forecast
 * median, in units of the forecast's own spread on that side. A new forecast's points are set where
 * 10, 50 and 90 % of the scores of the last two weeks lay, by load (split conformal prediction,
 * Papadopoulos et al. 2002; scores scaled as by Lei et al. 2018); a slow correction holds the
 * coverage even while days differ from those before (Gibbs and Candès 2021).
 */
public final class Calibration {
  /** The days of history that count. */
  public static final int DAYS = 14;

  private static final double[] LOADS = {2, 5, 10, 20};
  private static final double LEAST_SPREAD = 0.25;
  private static final int ENOUGH = 150;
  private static final int WANTED_BELOW = 10;

  /**
   * A little less than 10 %: the correction always runs behind by the waits that have not ended.
   */
  private static final double TAIL = 0.095;

  private static final double STEP = 0.02;
  private static final double MOST_SHIFT = 0.8;

  private final List<List<Double>> today = new ArrayList<>();
  private final List<ArrayDeque<double[]>> days = new ArrayList<>();
  private final double[][] points = new double[LOADS.length + 1][];
  private final double[] lowShift = new double[LOADS.length + 1];
  private final double[] highShift = new double[LOADS.length + 1];

  public Calibration() {
    for (int load = 0; load < points.length; load++) {
      today.add(new ArrayList<>());
      days.add(new ArrayDeque<>());
      points[load] = new double[] {-1, 0, 1};
    }
  }

  /** The range that has held, for a raw one. */
  public Range calibrated(Range raw) {
    int load = load(raw);
    double below = raw.median() - raw.low() + LEAST_SPREAD;
    double above = raw.high() - raw.median() + LEAST_SPREAD;
    double median = raw.median() + side(points[load][1], below, above);
    double low = raw.median() + side(points[load][0], below, above) * Math.exp(lowShift[load]);
    double high = raw.median() + side(points[load][2], below, above) * Math.exp(highShift[load]);
    double least = Math.max(0, Math.min(low, median));
    return new Range(least, Math.max(least, median), Math.max(Math.max(least, median), high));
  }

  private static double side(double score, double below, double above) {
    return score * (score < 0 ? below : above);
  }

  /**
   * Learns from a wait that has ended.
   *
   * @param raw what was forecast before calibration
   * @param told what was told
   */
  public void learn(Range raw, Range told, double wait) {
    int load = load(raw);
    double off = wait - raw.median();
    double spread = LEAST_SPREAD + (off < 0 ? raw.median() - raw.low() : raw.high() - raw.median());
    today.get(load).add(off / spread);
    lowShift[load] = corrected(lowShift[load], wait < told.low());
    highShift[load] = corrected(highShift[load], wait > told.high());
  }

  private static double corrected(double shift, boolean missed) {
    double next = shift + STEP * ((missed ? 1 : 0) - TAIL);
    return Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, next));
  }

  /** A day is over: its scores count from now on. */
  public void endDay() {
    for (int load = 0; load < points.length; load++) {
      double[] scores = today.get(load).stream().mapToDouble(it -> it).toArray();
      today.get(load).clear();
      days.get(load).addLast(scores);
      if (days.get(load).size() > DAYS) {
        days.get(load).removeFirst();
      }
      double[] all = days.get(load).stream().flatMapToDouble(Arrays::stream).sorted().toArray();
      if (all.length >= WANTED_BELOW) {
        points[load] = points(all);
      }
    }
  }

  /** Where 10, 50 and 90 % of the scores lie, drawn towards the usual points while they are few. */
  private static double[] points(double[] sorted) {
    double trust = Math.min(1, (double) sorted.length / ENOUGH);
    return new double[] {
      Math.min(-0.05, trust * point(sorted, 0.1) - (1 - trust)),
      trust * point(sorted, 0.5),
      Math.max(0.05, trust * point(sorted, 0.9) + (1 - trust))
    };
  }

  private static double point(double[] sorted, double probability) {
    double place = probability * (sorted.length + 1) - 1;
    int below = (int) Math.max(0, Math.min(sorted.length - 1, Math.floor(place)));
    int above = Math.min(sorted.length - 1, below + 1);
    double part = Math.max(0, Math.min(1, place - below));
    return sorted[below] + part * (sorted[above] - sorted[below]);
  }

  /** How many outcomes of the last days there are. */
  public int outcomes() {
    return days.stream().flatMap(ArrayDeque::stream).mapToInt(it -> it.length).sum();
  }

  private static int load(Range raw) {
    int load = 0;
    while (load < LOADS.length && raw.median() >= LOADS[load]) {
      load++;
    }
    return load;
  }
}
