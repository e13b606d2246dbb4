package io.tidehall.hall.routing;

import java.util.List;

/**
 * Shares the work among specialised and flexible windows by age and by how hard each field is
 * pressed.
 *
 * <ol>
 *   <li>Who has waited as long as the guard goes first, the oldest before all.
 *   <li>Else a specialised window takes the oldest of its own fields, then the oldest of any other.
 *   <li>Else a flexible window takes the highest of effective age and the pressure of its field:
 *       the work waiting there, shared among the specialised windows of that field; half a window
 *       where there is none.
 * </ol>
 *
 * @param guard effective age in minutes
 */
public record Balanced(double guard) implements RoutingPolicy {
  public static final String NAME = "balanced";
  private static final double NO_WINDOW = 0.5;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    List<? extends Floor.Queue> queues = floor.queues(window);
    double oldest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).size() > 0) {
        oldest = Math.max(oldest, Router.age(floor, queues.get(i)));
      }
    }
    if (oldest >= guard) {
      return new Guarded(guard, floor);
    }
    return window.kind().specialised()
        ? new OwnFieldFirst(NAME, floor, window)
        : new Pressed(floor, most(floor, queues));
  }

  /** The highest pressure of the fields that wait. */
  private static double most(Floor floor, List<? extends Floor.Queue> queues) {
    double most = 0;
    for (int i = 0; i < queues.size(); i++) {
      Floor.Queue queue = queues.get(i);
      if (queue.size() > 0 && queue.field() != Floor.NO_FIELD) {
        most = Math.max(most, pressure(floor, queue.field()));
      }
    }
    return most;
  }

  /** Minutes of waiting work for each open specialised window of a field. */
  static double pressure(Floor floor, int field) {
    int windows = floor.dedicated(field);
    return floor.work(field) / (windows == 0 ? NO_WINDOW : windows);
  }

  private record Guarded(double guard, Floor floor) implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      return 0;
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
          "guard",
          "等候计 " + minutes + " 分钟，已到 " + Router.whole(guard) + " 分钟保护线，最久者先办",
          "effective wait "
              + minutes
              + " min, past the guard of "
              + Router.whole(guard)
              + " min: the oldest first");
    }
  }

  /**
   * @param most the highest pressure of all fields that wait for the window: who was sent to it
   *     gets this, and so is compared by age alone and never passed by a field
   */
  private record Pressed(Floor floor, double most) implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      return 0;
    }

    @Override
    public double score(Floor.Queue queue) {
      return Router.age(floor, queue) + pressure(queue);
    }

    private double pressure(Floor.Queue queue) {
      return queue.field() == Floor.NO_FIELD ? most : Balanced.pressure(floor, queue.field());
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      long age = Router.whole(Router.age(floor, chosen));
      if (chosen.field() == Floor.NO_FIELD) {
        return Reason.sentHere(NAME);
      }
      long pressed = Router.whole(pressure(chosen));
      return new Reason(
          NAME,
          "age-and-pressure",
          "等候计 " + age + " 分钟，所属领域每个专窗积压 " + pressed + " 分钟，合计最大",
          "effective wait "
              + age
              + " min and "
              + pressed
              + " min of work for each window of its field: the highest sum");
    }
  }
}
