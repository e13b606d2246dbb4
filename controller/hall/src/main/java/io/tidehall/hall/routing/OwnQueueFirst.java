package io.tidehall.hall.routing;

/**
 * What most halls run: a window takes the oldest of its own fields, and helps others only when
 * nobody waits there. An arriving ticket goes to a window of its own field before any other.
 */
public record OwnQueueFirst() implements RoutingPolicy {
  public static final String NAME = "own-queue-first";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    return new OwnFieldFirst(NAME, floor, window);
  }

  @Override
  public int distance(Floor.Queue queue, Floor.Stand window) {
    return OwnFieldFirst.own(queue, window) ? 0 : 1;
  }
}
