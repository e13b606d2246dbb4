package io.tidehall.server.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits from issue, or from a transfer, to the call, in whole seconds. The percentiles are by
 * nearest rank: the smallest wait that at least so many percent do not exceed. Figures of no wait
 * are null.
 *
 * @param aboveTarget how many were longer than the hall promises
 */
public record Waits(
    int count,
    @Nullable Long meanSeconds,
    @Nullable Long medianSeconds,
    @Nullable Long p90Seconds,
    @Nullable Long p99Seconds,
    @Nullable Long longestSeconds,
    int aboveTarget,
    @Nullable Double shareAboveTarget) {

  static Waits of(List<Long> seconds, long targetSeconds) {
    if (seconds.isEmpty()) {
      return new Waits(0, null, null, null, null, null, 0, null);
    }
    List<Long> sorted = seconds.stream().sorted().toList();
    int above = (int) sorted.stream().filter(it -> it > targetSeconds).count();
    return new Waits(
        sorted.size(),
        Math.round(sorted.stream().mapToLong(Long::longValue).average().orElseThrow()),
        percentile(sorted, 50),
        percentile(sorted, 90),
        percentile(sorted, 99),
        sorted.getLast(),
        above,
        (double) above / sorted.size());
  }

  private static long percentile(List<Long> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.get(rank - 1);
  }
}
