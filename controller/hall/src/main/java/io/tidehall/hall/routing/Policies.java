package io.tidehall.hall.routing;

import java.util.List;
import java.util.Optional;

/** The policies a hall may choose from, by name. */
public final class Policies {
  private static final List<RoutingPolicy> ALL = List.of(new LongestWaitFirst());

  private Policies() {}

  public static Optional<RoutingPolicy> find(String name) {
    return ALL.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(RoutingPolicy::name).toList();
  }
}
