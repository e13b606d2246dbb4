package io.tidehall.hall.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which specialised window should learn which field, and what that would save.
 *
 * <p>A rough closed form, to rank and not to promise; a simulated day says more. A field is a queue
 * of its own before its specialised windows and its share of the flexible ones. The mean wait in a
 * queue is Sakasegawa's approximation (H. Sakasegawa, "An approximation formula L_q ≈ α·ρ^β/(1−ρ)",
 * Annals of the Institute of Statistical Mathematics 29, 1977), with variation by Allen and
 * Cunneen. A window that learns a field joins its queues to that field's: as much of the gain of
 * full pooling is credited as the window is a part of the smaller side, since a little flexibility
 * goes a long way (W. C. Jordan, S. C. Graves, "Principles on the benefits of manufacturing process
 * flexibility", Management Science 41, 1995).
 */
public final class SecondSkills {
  /** Half of one and the squared variation of service times, 0.8 in service halls. */
  private static final double VARIATION = (1 + 0.8 * 0.8) / 2;

  /** Use above this is not steady: the formula has no answer there. */
  private static final double FULL = 0.98;

  private SecondSkills() {}

  /**
   * The best field for each specialised window that would gain, the greatest gain first.
   *
   * @param openMinutes how long the hall was open in the period
   */
  public static List<SkillAdvice> advise(
      double openMinutes, List<FieldWork> fields, List<WindowWork> windows) {
    if (!(openMinutes > 0)) {
      throw new IllegalArgumentException(
          "expected the open minutes of the period to be above zero, but they are " + openMinutes);
    }
    SortedMap<String, Pool> pools = pools(openMinutes, fields, windows);
    int tickets = fields.stream().mapToInt(FieldWork::tickets).sum();
    List<SkillAdvice> advice = new ArrayList<>();
    for (WindowWork window : windows) {
      if (window.specialised() && window.mannedMinutes() > 0) {
        best(openMinutes, tickets, pools, window, advice);
      }
    }
    advice.sort(
        Comparator.comparingDouble((SkillAdvice it) -> -it.savedMinutes())
            .thenComparing(SkillAdvice::window));
    return advice;
  }

  private static void best(
      double openMinutes,
      int tickets,
      SortedMap<String, Pool> pools,
      WindowWork window,
      List<SkillAdvice> to) {
    Pool own = new Pool(0, 0, 0);
    for (String field : window.fields()) {
      own = own.plus(pools.getOrDefault(field, new Pool(0, 0, 0)));
    }
    String field = "";
    double most = 0;
    for (var other : pools.entrySet()) {
      if (!window.fields().contains(other.getKey())) {
        double saved =
            openMinutes * saved(own, other.getValue(), window.mannedMinutes() / openMinutes);
        if (saved > most) {
          most = saved;
          field = other.getKey();
        }
      }
    }
    if (!field.isEmpty()) {
      to.add(told(window, field, most, tickets));
    }
  }

  /** Fewer waiting on average, when a window of one side joins the other. */
  private static double saved(Pool own, Pool other, double window) {
    double apart = own.waiting() + other.waiting();
    double together = own.plus(other).waiting();
    double smaller = Math.min(own.windows(), other.windows());
    double part = smaller <= window ? 1 : window / smaller;
    return part * (apart - together);
  }

  private static SkillAdvice told(WindowWork window, String field, double saved, int tickets) {
    double each = saved / Math.max(1, tickets);
    long use = Math.round(100 * window.use());
    long minutes = Math.round(saved);
    return new SkillAdvice(
        window.window(),
        field,
        saved,
        each,
        window.window() + " 号窗口（忙 " + use + "%）兼办" + field + "，预计共少等约 " + minutes + " 分钟",
        "Window "
            + window.window()
            + ", busy "
            + use
            + " % of its time, should learn "
            + field
            + ": about "
            + minutes
            + " minutes of waiting less in all");
  }

  /** The windows of a field, on average over the period, and what they have to do. */
  private static SortedMap<String, Pool> pools(
      double openMinutes, List<FieldWork> fields, List<WindowWork> windows) {
    double all = fields.stream().mapToDouble(FieldWork::minutes).sum();
    var pools = new TreeMap<String, Pool>();
    for (FieldWork field : fields) {
      double share = all <= 0 ? 0 : field.minutes() / all;
      double staffed = 0;
      for (WindowWork window : windows) {
        double manned = window.mannedMinutes() / openMinutes;
        if (!window.specialised()) {
          staffed += manned * share;
        } else if (window.fields().contains(field.field())) {
          staffed += manned / window.fields().size();
        }
      }
      pools.put(field.field(), new Pool(staffed, field.minutes() / openMinutes, field.tickets()));
    }
    return pools;
  }

  /**
   * @param windows how many serve the field
   * @param load how many it keeps busy
   */
  private record Pool(double windows, double load, int tickets) {
    Pool plus(Pool other) {
      return new Pool(windows + other.windows, load + other.load, tickets + other.tickets);
    }

    /** Waiting tickets on average, which is waiting minutes for each minute the hall is open. */
    double waiting() {
      if (load <= 0 || windows <= 0) {
        return 0;
      }
      double use = Math.min(FULL, load / windows);
      return VARIATION * Math.pow(use, Math.sqrt(2 * (windows + 1))) / (1 - use);
    }
  }
}
