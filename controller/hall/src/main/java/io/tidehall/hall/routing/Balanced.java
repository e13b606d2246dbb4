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
 *       where there is none. What it is fast at counts as some minutes older.
 * </ol>
 *
 * @param guard effective age in minutes
 * @param skill minutes that a line counts older at a flexible window that is e times as fast there
 * @param evenness how much more used today a specialised window may be and still come first
 */
public record Balanced(double guard, double skill, double evenness) implements RoutingPolicy {
  public static final String NAME = "balanced";
  static final double GUARD = 15;
  static final double SKILL = 20;

  /** In hundredths. */
  static final double EVENNESS = 5;

  private static final double NO_WINDOW = 0.5;

  /** With its usual numbers. */
  public static Balanced usual() {
    return new Balanced(GUARD, SKILL, EVENNESS / 100);
  }

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
        : pressed(floor, window, queues);
  }

  private Pressed pressed(Floor floor, Floor.Stand window, List<? extends Floor.Queue> queues) {
    var pressed = new Pressed(floor, window, skill, 0);
    double most = 0;
    for (int i = 0; i < queues.size(); i++) {
      Floor.Queue queue = queues.get(i);
      if (queue.size() > 0 && queue.field() != Floor.NO_FIELD) {
        most = Math.max(most, pressed.favour(queue));
      }
    }
    return new Pressed(floor, window, skill, most);
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
   * @param most the highest favour of all fields that wait for the window: who was sent to it gets
   *     this, and so is compared by age alone and never passed by a field
   */
  private record Pressed(Floor floor, Floor.Stand window, double skill, double most)
      implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      return 0;
    }

    @Override
    public double score(Floor.Queue queue) {
      return Router.age(floor, queue) + favour(queue);
    }

    /** Minutes by which a queue counts older than it is. */
    private double favour(Floor.Queue queue) {
      return queue.field() == Floor.NO_FIELD ? most : pressure(floor, queue.field()) + lead(queue);
    }

    private double lead(Floor.Queue queue) {
      return skill == 0 ? 0 : skill * window.skill(queue);
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      long age = Router.whole(Router.age(floor, chosen));
      if (chosen.field() == Floor.NO_FIELD) {
        return Reason.sentHere(NAME);
      }
      long pressed = Router.whole(pressure(floor, chosen.field()));
      long lead = Math.round(lead(chosen));
      return new Reason(
          NAME,
          "age-and-pressure",
          "等候计 " + age + " 分钟，所属领域每个专窗积压 " + pressed + " 分钟" + zh(lead) + "，合计最大",
          "effective wait "
              + age
              + " min and "
              + pressed
              + " min of work for each window of its field"
              + en(lead)
              + ": the highest sum");
    }

    private static String zh(long lead) {
      return lead == 0 ? "" : "，本窗口办理" + (lead > 0 ? "较快加 " : "较慢减 ") + Math.abs(lead) + " 分钟";
    }

    private static String en(long lead) {
      return lead == 0
          ? ""
          : ", "
              + (lead > 0 ? "plus " : "minus ")
              + Math.abs(lead)
              + " min as this window is "
              + (lead > 0 ? "fast" : "slow")
              + " at it";
    }
  }
}
