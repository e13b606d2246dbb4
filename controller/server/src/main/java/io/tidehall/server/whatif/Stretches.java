package io.tidehall.server.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of times as stretches in order that do not touch. */
final class Stretches {
  private final double[] from;
  private final double[] to;

  private Stretches(List<double[]> merged) {
    from = merged.stream().mapToDouble(it -> it[0]).toArray();
    to = merged.stream().mapToDouble(it -> it[1]).toArray();
  }

  /** The union of pairs of begin and end; empty ones count as nothing. */
  static Stretches union(List<double[]> any) {
    List<double[]> sorted = new ArrayList<>(any.stream().filter(it -> it[0] < it[1]).toList());
    sorted.sort(Comparator.comparingDouble(it -> it[0]));
    List<double[]> merged = new ArrayList<>();
    for (double[] it : sorted) {
      double[] last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || last[1] < it[0]) {
        merged.add(it.clone());
      } else {
        last[1] = Math.max(last[1], it[1]);
      }
    }
    return new Stretches(merged);
  }

  /** How much of the time between two moments lies in the set. */
  double within(double begin, double end) {
    double sum = 0;
    for (int i = 0; i < from.length && from[i] < end; i++) {
      sum += Math.max(0, Math.min(end, to[i]) - Math.max(begin, from[i]));
    }
    return sum;
  }
}
