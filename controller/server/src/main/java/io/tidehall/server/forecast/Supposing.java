package io.tidehall.server.forecast;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.window.Window;
import io.tidehall.server.forecast.Forecasting.Model;
import io.tidehall.server.view.Outlooks.Effect;
import io.tidehall.server.view.Outlooks.Together;
import io.tidehall.simulator.forecast.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a change would do to the waits: the hall as it stands and as it would stand are run through
 * the same futures, the same visitors with the same services. For one thread.
 */
final class Supposing {
  /** How far an outlook over everybody reaches, unless the hall closes before. */
  static final Duration REACH = Duration.ofHours(1);

  private final Forecasting knows;
  private final HallState before;
  private final HallState after;
  private final Instant now;
  private final Model model;
  private final Model otherModel;
  private final Standing standing;
  private final Standing supposed;

  /** Both halls at a moment; the second was never journalled. */
  Supposing(Forecasting knows, HallState before, HallState after, Instant now) {
    this.knows = knows;
    this.before = before;
    this.after = after;
    this.now = now;
    model = knows.supposed(before, now);
    otherModel = knows.supposed(after, now);
    standing = Standing.of(before, model.layout(), now);
    supposed = Standing.of(after, otherModel.layout(), now, coming());
  }

  /** Windows that come into service by the change: their clerks need some minutes. */
  private Set<WindowId> coming() {
    Set<WindowId> coming = new TreeSet<>();
    for (Window window : after.windows().values()) {
      boolean was = before.findWindow(window.id()).filter(it -> it.plan().inService()).isPresent();
      if (!was && window.plan().inService() && window instanceof Window.Closed) {
        coming.add(window.id());
      }
    }
    return coming;
  }

  /** The wait of a ticket taken now by line, and that of everybody in the next hour. */
  Effect effect() {
    return new Effect(
        ofNew(before, model, standing), ofNew(after, otherModel, supposed), together(_ -> true));
  }

  /** The wait of all who wait in some lines, or come to them within the hour. */
  Together together(Predicate<Line> which) {
    Instant until = until();
    return new Together(
        ninth(before, model, standing, which, until),
        ninth(after, otherModel, supposed, which, until),
        until);
  }

  private Map<LineId, Promise.Minutes> ofNew(HallState state, Model its, Standing hall) {
    Map<LineId, Promise.Minutes> held = new TreeMap<>();
    Forecasting.ofNew(state, its, hall.floor(), PriorityClass.NORMAL, 1)
        .forEach((line, raw) -> held.put(line, knows.held(raw)));
    return held;
  }

  private int ninth(
      HallState state, Model its, Standing hall, Predicate<Line> which, Instant until) {
    List<Line> lines = state.plan().lines();
    boolean[] asked = new boolean[lines.size()];
    for (int line = 0; line < asked.length; line++) {
      asked[line] = which.test(lines.get(line));
    }
    double upTo = hall.floor().minute() + Duration.between(now, until).toMillis() / 60e3;
    Range range =
        its.forecaster().together(hall.floor(), asked, upTo, Forecasting.staffing(state), 0);
    return (int) Math.round(range.high());
  }

  private Instant until() {
    Instant reach = now.plus(REACH);
    if (before.plan().trial() || !before.plan().openAt(now)) {
      return reach;
    }
    return before
        .plan()
        .nextChange(now)
        .map(it -> it.atZone(ZoneId.of(before.plan().zone())).toInstant())
        .filter(it -> it.isBefore(reach))
        .orElse(reach);
  }
}
