package io.tidehall.hall.routing;

import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.routing.RoutingPolicy.Preference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses by a policy: which ticket a window takes, and which window a ticket takes. */
public final class Router {
  private static final int RUNNERS_UP = 3;
  private static final double NANOS_A_MINUTE = 60e9;

  private Router() {}

  /** The effective age of the first ticket of a queue, in minutes: its head start counts. */
  public static double age(Floor floor, Floor.Queue queue) {
    return (floor.now() - queue.since()) / NANOS_A_MINUTE;
  }

  /** Minutes as told in a reason. */
  static long whole(double minutes) {
    return (long) Math.max(0, minutes);
  }

  /** The queue whose first ticket a free window takes; null only when nobody waits for it. */
  public static @Nullable Pick pick(RoutingPolicy policy, Floor floor, Floor.Stand window) {
    List<? extends Floor.Queue> queues = floor.queues(window);
    if (nobody(queues)) {
      return null;
    }
    Preference preference = policy.preference(floor, window);
    Pick best = null;
    for (int i = 0; i < queues.size(); i++) {
      Floor.Queue queue = queues.get(i);
      if (queue.size() > 0) {
        var next = new Pick(queue, preference.tier(queue), preference.score(queue), preference);
        best = best == null || next.before(best) ? next : best;
      }
    }
    return best;
  }

  /** The next best after a pick, at most three: the first ticket of each other queue. */
  public static List<Pick> runnersUp(Floor floor, Floor.Stand window, Pick pick) {
    List<Pick> others = new ArrayList<>();
    for (Floor.Queue queue : floor.queues(window)) {
      if (queue.size() > 0 && queue != pick.queue()) {
        Preference preference = pick.preference();
        others.add(new Pick(queue, preference.tier(queue), preference.score(queue), preference));
      }
    }
    others.sort((a, b) -> a.before(b) ? -1 : 1);
    return others.subList(0, Math.min(RUNNERS_UP, others.size()));
  }

  /**
   * The window an arriving ticket goes to: the nearest by the policy, then the most specialised
   * that is not used too unevenly, the least used today, the longest free, and the first in the
   * hall's order.
   *
   * @param ready free windows that may serve the ticket, in the hall's order; not empty
   */
  public static <W extends Floor.Stand> W windowFor(
      RoutingPolicy policy, Floor.Queue queue, List<W> ready) {
    W best = ready.getFirst();
    double most = ready.size() == 1 ? 1 : mostUsed(policy, ready);
    for (int i = 1; i < ready.size(); i++) {
      W next = ready.get(i);
      if (compare(policy, queue, most, next, best) < 0) {
        best = next;
      }
    }
    return best;
  }

  /**
   * How used a specialised window may be to come before the others. Tidal windows are not compared
   * with: they are open while much waits, and just opened they have hardly been used.
   */
  private static double mostUsed(RoutingPolicy policy, List<? extends Floor.Stand> ready) {
    double evenness = policy.evenness();
    if (evenness >= 1) {
      return 1;
    }
    double least = 1;
    for (int i = 0; i < ready.size(); i++) {
      Floor.Stand it = ready.get(i);
      boolean counts = !it.kind().specialised() && it.kind() != WindowKind.TIDAL;
      least = counts ? Math.min(least, it.use()) : least;
    }
    return least + evenness;
  }

  /**
   * Specialised windows come first, then the others, then specialised ones that are used too much;
   * but one of a single field is never passed, as nothing else would come to it.
   */
  private static int place(Floor.Stand window, double most) {
    if (!window.kind().specialised()) {
      return 1;
    }
    return window.breadth() <= 1 || window.use() <= most ? 0 : 2;
  }

  /** Why an arriving ticket went to this window. */
  public static Reason because(
      RoutingPolicy policy,
      Floor.Queue queue,
      Floor.Stand chosen,
      List<? extends Floor.Stand> ready) {
    String name = policy.name();
    if (ready.size() == 1) {
      return new Reason(name, "only-free", "唯一空闲的可办窗口", "the only free window that may serve it");
    }
    String zh = ready.size() + " 个空闲窗口中";
    String en = " of " + ready.size() + " free windows";
    int distance = policy.distance(queue, chosen);
    if (ready.stream().anyMatch(it -> policy.distance(queue, it) > distance)) {
      return new Reason(name, "own-window", zh + "本领域窗口优先", "the ticket's own window" + en);
    }
    boolean special = chosen.kind().specialised();
    if (!special && ready.stream().anyMatch(it -> it.kind().specialised())) {
      return new Reason(
          name,
          "evener-use",
          zh + "专属窗口今日明显更忙，由较闲的窗口办理",
          "the specialised ones have been much busier today" + en);
    }
    if (special && ready.stream().anyMatch(it -> !it.kind().specialised())) {
      return new Reason(
          name, "specialised-first", zh + "专属窗口优先", "specialised before the others" + en);
    }
    if (ready.stream()
        .anyMatch(it -> it.kind().specialised() == special && it.breadth() > chosen.breadth())) {
      return new Reason(name, "narrowest-scope", zh + "受理范围最小", "the narrowest scope" + en);
    }
    if (ready.stream().anyMatch(it -> it != chosen && it.use() > chosen.use())) {
      return new Reason(name, "least-used", zh + "今日最空", "the least used today" + en);
    }
    return new Reason(name, "longest-free", zh + "空闲最久", "the longest free" + en);
  }

  private static int compare(
      RoutingPolicy policy, Floor.Queue queue, double most, Floor.Stand a, Floor.Stand b) {
    int by = Integer.compare(policy.distance(queue, a), policy.distance(queue, b));
    if (by == 0) {
      by = Integer.compare(place(a, most), place(b, most));
    }
    if (by == 0) {
      by = Integer.compare(a.breadth(), b.breadth());
    }
    if (by == 0) {
      by = Double.compare(a.use(), b.use());
    }
    return by == 0 ? Long.compare(a.since(), b.since()) : by;
  }

  private static boolean nobody(List<? extends Floor.Queue> queues) {
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).size() > 0) {
        return false;
      }
    }
    return true;
  }

  /** A queue whose first ticket is taken, and how it compared. */
  public record Pick(Floor.Queue queue, int tier, double score, Preference preference) {
    boolean before(Pick other) {
      if (tier != other.tier) {
        return tier < other.tier;
      }
      int by = Double.compare(other.score, score);
      if (by == 0) {
        by = Long.compare(queue.since(), other.queue.since());
      }
      return by == 0 ? queue.order() < other.queue.order() : by < 0;
    }
  }
}
