package io.tidehall.hall.routing;

import org.pcollections.TreePMap;

/**
 * How many tickets of each class a window has called in the present round of its policy. A value:
 * only {@link RoutingPolicy#counted} makes the next one, so that a replay comes to the same.
 */
public record Counts(TreePMap<String, Integer> called) {
  private static final Counts NONE = new Counts(TreePMap.empty());

  public static Counts none() {
    return NONE;
  }

  public int of(String priority) {
    Integer found = called.get(priority);
    return found == null ? 0 : found;
  }

  public Counts plus(String priority) {
    return new Counts(called.plus(priority, of(priority) + 1));
  }
}
