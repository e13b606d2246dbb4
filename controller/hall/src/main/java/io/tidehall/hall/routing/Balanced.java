package io.tidehall.hall.routing;

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
    double oldest = Double.NEGATIVE_INFINITY;
    double pressure = 0;
    for (Floor.Queue queue : floor.queues(window)) {
      if (queue.size() > 0) {
        oldest = Math.max(oldest, Router.age(floor, queue));
        if (queue.field() != Floor.NO_FIELD) {
          pressure = Math.max(pressure, pressure(floor, queue.field()));
        }
      }
    }
    if (oldest >= guard) {
      return new Guarded(guard, floor);
    }
    return window.kind().specialised()
        ? new OwnFieldFirst(floor, window)
        : new Pressed(floor, pressure);
  }

  /** Minutes of waiting work for each open specialised window of a field. */
  static double pressure(Floor floor, int field) {
    int windows = floor.dedicated(field);
    return floor.work(field) / (windows == 0 ? NO_WINDOW : windows);
  }

  private static long whole(double minutes) {
    return (long) Math.max(0, minutes);
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
      long minutes = whole(score(chosen));
      return new Reason(
          NAME,
          "guard",
          "等候计 " + minutes + " 分钟，已到 " + whole(guard) + " 分钟保护线，最久者先办",
          "effective wait "
              + minutes
              + " min, past the guard of "
              + whole(guard)
              + " min: the oldest first");
    }
  }

  private record OwnFieldFirst(Floor floor, Floor.Stand window) implements Preference {
    /** Who was sent to this window or clerk counts as its own. */
    @Override
    public int tier(Floor.Queue queue) {
      return queue.field() == Floor.NO_FIELD || window.owns(queue.field()) ? 0 : 1;
    }

    @Override
    public double score(Floor.Queue queue) {
      return Router.age(floor, queue);
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      long minutes = whole(score(chosen));
      if (chosen.field() == Floor.NO_FIELD) {
        return new Reason(
            NAME, "transferred-here", "转至本窗口，候时最长", "sent here, and the longest waiting");
      }
      return tier(chosen) == 0
          ? new Reason(
              NAME,
              "own-field",
              "本窗口领域中等候最久（计 " + minutes + " 分钟）",
              "the longest effective wait of this window's own fields (" + minutes + " min)")
          : new Reason(
              NAME,
              "other-field",
              "本领域无人等候，其他可办业务中等候最久（计 " + minutes + " 分钟）",
              "nobody waits in its own fields: the longest effective wait of the others ("
                  + minutes
                  + " min)");
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
      long age = whole(Router.age(floor, chosen));
      if (chosen.field() == Floor.NO_FIELD) {
        return new Reason(
            NAME, "transferred-here", "转至本窗口，候时最长", "sent here, and the longest waiting");
      }
      long pressed = whole(pressure(chosen));
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
