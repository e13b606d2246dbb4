package io.tidehall.hall.routing;

/** The oldest effective age first, whatever the window. */
public record LongestWait() implements RoutingPolicy {
  public static final String NAME = "longest-wait";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    return new OldestFirst(NAME, floor);
  }
}
