package io.tidehall.hall.routing;

/**
 * What most halls run: a window takes the oldest of its own fields, and helps others only when
 * nobody waits there. An arriving ticket goes to a window of its own field before any other.
 *
 * @param longest whether a window helps where the most people wait; else it helps who has waited
 *     the longest
 */
public record OwnQueueFirst(boolean longest) implements RoutingPolicy {
  public static final String NAME = "own-queue-first";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    var oldest = new OwnFieldFirst(NAME, floor, window);
    return longest ? new LongestQueue(oldest) : oldest;
  }

  @Override
  public int distance(Floor.Queue queue, Floor.Stand window) {
    return OwnFieldFirst.own(queue, window) ? 0 : 1;
  }

  /** The oldest of the window's own fields, then of the other field where the most people wait. */
  private record LongestQueue(OwnFieldFirst own) implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      return own.tier(queue);
    }

    @Override
    public double score(Floor.Queue queue) {
      return tier(queue) == 0 ? own.score(queue) : own.floor().waiting(queue.field());
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      int people = tier(chosen) == 0 ? 0 : own.floor().waiting(chosen.field());
      return people == 0
          ? own.because(chosen)
          : new Reason(
              NAME,
              "longest-queue",
              "本领域无人等候，帮办排队最长的领域（" + people + " 人）",
              "nobody waits in its own fields: the field where the most wait (" + people + ")");
    }
  }
}
