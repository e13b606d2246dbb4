package io.tidehall.hall.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a hall promises to everyone who waits, and the product watches.
 *
 * @param longestWaits the longest wait by priority class; a class not named has none
 * @param mostOvertakes how many later tickets may go before one at the most; 0 for no limit
 */
public record Fairness(List<LongestWait> longestWaits, int mostOvertakes) {
  public Fairness {
    longestWaits = List.copyOf(longestWaits);
    if (mostOvertakes < 0) {
      throw new IllegalArgumentException(
          "expected rules.fairness.mostOvertakes not to be negative, but it is " + mostOvertakes);
    }
  }

  /**
   * @param priority the id of a priority class, such as {@code green}
   */
  public record LongestWait(String priority, Duration limit) {
    public LongestWait {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException(
            "expected the longest wait of class "
                + priority
                + " to be above zero, but it is "
                + limit);
      }
    }
  }

  /** No promise. */
  public static Fairness none() {
    return new Fairness(List.of(), 0);
  }

  public boolean promises() {
    return mostOvertakes > 0 || !longestWaits.isEmpty();
  }

  public Optional<Duration> longestWait(String priority) {
    for (LongestWait it : longestWaits) {
      if (it.priority().equals(priority)) {
        return Optional.of(it.limit());
      }
    }
    return Optional.empty();
  }
}
