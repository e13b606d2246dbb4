package io.tidehall.hall.routing;

/**
 * One class before the other, however long the other waits; the oldest inside a class. A class with
 * many tickets can keep the next one waiting all day: the fairness contract tells of it.
 *
 * @param order the place of each class; the lowest is called first
 */
public record StrictPriority(ClassOrder order) implements RoutingPolicy {
  public static final String NAME = "strict-priority";

  static StrictPriority of(int green, int booked, int normal) {
    return new StrictPriority(new ClassOrder(green, booked, normal));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    return new ByClass(floor, order);
  }

  private record ByClass(Floor floor, ClassOrder order) implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      return order.of(queue.priority());
    }

    @Override
    public double score(Floor.Queue queue) {
      return Router.age(floor, queue);
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      long minutes = Router.whole(score(chosen));
      return new Reason(
          NAME,
          "class",
          ClassOrder.zh(chosen.priority()) + "优先，其中等候最久（计 " + minutes + " 分钟）",
          ClassOrder.en(chosen.priority())
              + " comes before what follows: the longest effective wait of it ("
              + minutes
              + " min)");
    }
  }
}
