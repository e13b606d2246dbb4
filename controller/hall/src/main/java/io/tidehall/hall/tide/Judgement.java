package io.tidehall.hall.tide;

import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;

/**
 * What a rule finds for one window at one moment.
 *
 * @param wanted whether the window should be open, were it not
 * @param dispensable whether the hall could do without it, were it open
 * @param figure the measure, without the window if it is open
 * @param waited the longest wait in its scope, if that is why it is wanted; else 0
 */
record Judgement(
    TideRule rule,
    boolean wanted,
    boolean dispensable,
    double figure,
    double limit,
    double waited) {

  static Judgement of(TideView view, int window, Threshold rule) {
    var waiting = new Pressure(view, view::waitingWork);
    var lending = Lending.of(view, window);
    boolean closed = view.stage(window) == TideView.Stage.CLOSED;
    double figure;
    if (rule.measure() == Measure.PEOPLE) {
      figure = people(view, window);
    } else {
      double open = waiting.open(window) - (closed ? 0 : 1 - lending.back(waiting));
      figure = waiting.load(window) / Math.max(1, open);
    }
    double waited = longest(view, window, rule.longestWait());
    boolean much = figure >= rule.openAbove();
    return new Judgement(
        rule,
        (much || waited > 0) && lending.bears(waiting, rule),
        figure < rule.closeBelow() && waited == 0,
        figure,
        closed ? rule.openAbove() : rule.closeBelow(),
        much ? 0 : waited);
  }

  static Judgement of(TideView view, int window, Staffing rule) {
    double from = view.minute() + view.lag();
    double to = from + rule.lookAhead();
    var ahead =
        new Pressure(
            view, line -> view.offeredLoad(line, from, to) + view.waitingWork(line) / rule.drain());
    var lending = Lending.of(view, window);
    boolean closed = view.stage(window) == TideView.Stage.CLOSED;
    double load = ahead.load(window);
    double needed = load + rule.safety() * Math.sqrt(load);
    double others = ahead.windows(window, from, to) - (closed ? 0 : 1 - lending.back(ahead));
    double waited = longest(view, window, rule.longestWait());
    boolean short_ = needed > others;
    return new Judgement(
        rule,
        (short_ || waited > 0) && lending.bears(ahead, rule, from, to),
        others - needed >= rule.band() && waited == 0,
        needed,
        others,
        short_ ? 0 : waited);
  }

  private static int people(TideView view, int window) {
    int sum = 0;
    for (int line = 0; line < view.lines(); line++) {
      if (view.serves(window, line)) {
        sum += view.waiting(line);
      }
    }
    return sum;
  }

  /** The longest wait in a window's scope if it reaches the limit, else 0. */
  private static double longest(TideView view, int window, double limit) {
    if (limit == 0) {
      return 0;
    }
    double longest = 0;
    for (int line = 0; line < view.lines(); line++) {
      if (view.serves(window, line)) {
        longest = Math.max(longest, view.longestWait(line));
      }
    }
    return longest >= limit ? longest : 0;
  }

  /** The finding in words. */
  TideReason reason(boolean opens) {
    if (opens && waited > 0) {
      int minutes = (int) waited;
      return new TideReason(
          rule.name(),
          "有人已等候 " + minutes + " 分钟",
          "somebody has waited " + minutes + " min",
          waited,
          limit);
    }
    return switch (rule) {
      case Threshold it when it.measure() == Measure.PEOPLE -> people(opens);
      case Threshold _ -> work(opens);
      default -> staffing(opens);
    };
  }

  private TideReason people(boolean opens) {
    String is = Integer.toString((int) figure);
    String held = TideReason.figure(limit);
    return opens
        ? reason("等候 " + is + " 人，已达 " + held + " 人", is + " people wait, the limit is " + held)
        : reason(
            "仅 " + is + " 人等候，低于 " + held + " 人", "only " + is + " people wait, below " + held);
  }

  private TideReason work(boolean opens) {
    String is = TideReason.figure(figure);
    String held = TideReason.figure(limit);
    return opens
        ? reason(
            "每个开放窗口待办 " + is + " 分钟，已达 " + held + " 分钟",
            is + " min of work wait for each open window, the limit is " + held)
        : reason(
            "关闭后每个开放窗口待办 " + is + " 分钟，低于 " + held + " 分钟",
            "without it " + is + " min of work wait for each open window, below " + held);
  }

  private TideReason staffing(boolean opens) {
    int needed = (int) Math.ceil(figure);
    String others = TideReason.figure(limit);
    return opens
        ? reason(
            "预计需要 " + needed + " 个窗口，可用 " + others + " 个",
            "windows needed: " + needed + ", there: " + others)
        : reason(
            "预计需要 " + needed + " 个窗口，关闭后仍有 " + others + " 个",
            "windows needed: " + needed + ", left without it: " + others);
  }

  private TideReason reason(String zh, String en) {
    return new TideReason(rule.name(), zh, en, figure, limit);
  }
}
