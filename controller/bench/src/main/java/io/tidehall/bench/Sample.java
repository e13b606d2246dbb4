package io.tidehall.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one kind. */
final class Sample {
  private final List<Long> nanos = new ArrayList<>();

  void add(long time) {
    nanos.add(time);
  }

  int count() {
    return nanos.size();
  }

  /** The time in milliseconds below which the given share lies (nearest rank). */
  double millis(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e6;
  }
}
