package io.tidehall.server.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often something may be done: as often as a bucket of drops allows that is full at first and
 * gains a drop at a time. Each key has its own; those not used for longest are forgotten.
 */
final class Buckets {
  private static final int MOST = 10_000;

  private final int size;
  private final long perDrop;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  /** How many drops there were, and when. */
  private record Bucket(double drops, long at) {}

  Buckets(int size, Duration perDrop, LongSupplier nanos) {
    this.size = size;
    this.perDrop = perDrop.toNanos();
    this.nanos = nanos;
  }

  /** Takes a drop; the seconds until there is one when there is none, else 0. */
  synchronized long take(String key) {
    long wait = wait(key);
    if (wait == 0) {
      buckets.put(key, new Bucket(drops(key) - 1, nanos.getAsLong()));
      if (buckets.size() > MOST) {
        buckets.remove(buckets.keySet().iterator().next());
      }
    }
    return wait;
  }

  /** The seconds until there is a drop, or 0; takes none. */
  synchronized long wait(String key) {
    double lacking = 1 - drops(key);
    return lacking <= 0 ? 0 : (long) Math.ceil(lacking * perDrop / 1e9);
  }

  private double drops(String key) {
    Bucket bucket = buckets.get(key);
    return bucket == null
        ? size
        : Math.min(size, bucket.drops + (double) (nanos.getAsLong() - bucket.at) / perDrop);
  }
}
