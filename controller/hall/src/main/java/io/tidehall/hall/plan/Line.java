package io.tidehall.hall.plan;

import java.time.Duration;
import java.util.List;

/**
 * A business line: what a citizen queues for.
 *
 * @param prefix the letters of its numbers, 1 to 3 capitals, unique in the hall
 * @param field life field, such as 社会保险
 * @param items ids of the items it covers
 * @param dailyQuota tickets a day at most; 0 for no limit
 * @param usualService how long a service of this line usually takes, until the hall has measured it
 * @param together whether it also takes items of other lines, several on one ticket (一件事); older
 *     journals lack it
 */
public record Line(
    LineId id,
    String prefix,
    String zh,
    String en,
    String field,
    List<String> items,
    int dailyQuota,
    Duration usualService,
    boolean together) {
  public Line {
    items = List.copyOf(items);
    if (!prefix.matches("[A-Z]{1,3}")) {
      throw new IllegalArgumentException(
          "expected the prefix of line "
              + id
              + " to be 1 to 3 capital letters, but it is '"
              + prefix
              + "'");
    }
    if (usualService.isNegative() || usualService.isZero()) {
      throw new IllegalArgumentException(
          "expected the usual service time of line "
              + id
              + " to be above zero, but it is "
              + usualService);
    }
  }

  /** A line of its own items alone. */
  public Line(
      LineId id,
      String prefix,
      String zh,
      String en,
      String field,
      List<String> items,
      int dailyQuota,
      Duration usualService) {
    this(id, prefix, zh, en, field, items, dailyQuota, usualService, false);
  }
}
