package io.tidehall.hall.tide;

import io.tidehall.hall.tide.TideRule.Schedule;
import io.tidehall.hall.tide.TideRule.Span;
import io.tidehall.hall.tide.TideView.Stage;
import java.util.Locale;
import java.util.Optional;

/** The schedule rule: the clock alone decides, unless a person has decided since. */
final class Timetable {
  private Timetable() {}

  static Optional<TideWish> look(TideView view, Tide tide, TideMemory memory, Schedule rule) {
    double now = view.minute();
    boolean closed = view.stage(tide.window()) == Stage.CLOSED;
    if (!rule.days().holds(view.day())) {
      return Optional.empty();
    }
    for (Span span : rule.spans()) {
      double asked = span.from() - view.lag();
      if (now >= asked && now < span.to()) {
        return closed
                && memory.closedAt() < asked
                && now + view.lag() < view.availableUntil(tide.window())
            ? Optional.of(new TideWish(tide.window(), TideWish.Act.OPEN, opens(span)))
            : Optional.empty();
      }
    }
    for (Span span : rule.spans()) {
      if (!closed
          && memory.openedAt() != TideMemory.NEVER
          && memory.openedAt() < span.to()
          && now >= span.to()) {
        return Optional.of(new TideWish(tide.window(), TideWish.Act.CLOSE, closes(span)));
      }
    }
    return Optional.empty();
  }

  /** Whether it is a time at which the window should be open, or on its way. */
  static boolean within(TideView view, Schedule rule) {
    double now = view.minute();
    return rule.days().holds(view.day())
        && rule.spans().stream().anyMatch(it -> now >= it.from() - view.lag() && now < it.to());
  }

  private static TideReason opens(Span span) {
    String times = time(span.from()) + "–" + time(span.to());
    return new TideReason(
        "schedule", "按时刻表 " + times + " 开放", "scheduled for " + times, span.from(), span.to());
  }

  private static TideReason closes(Span span) {
    return new TideReason(
        "schedule",
        "时刻表时段 " + time(span.to()) + " 结束",
        "the scheduled time ended at " + time(span.to()),
        span.from(),
        span.to());
  }

  private static String time(double minute) {
    int whole = (int) minute;
    return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
  }
}
