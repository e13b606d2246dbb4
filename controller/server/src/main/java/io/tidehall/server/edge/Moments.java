package io.tidehall.server.edge;

import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.protocol.Text;
import io.tidehall.server.view.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates and hours in words. */
final class Moments {
  private static final DateTimeFormatter ZH =
      DateTimeFormatter.ofPattern("M月d日（EEE）HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

  private Moments() {}

  static Text words(LocalDateTime at) {
    return Text.of(ZH.format(at), EN.format(at));
  }

  /** Today's hours. */
  static Text hours(HallPlan plan, Instant now) {
    if (plan.trial()) {
      return Words.text("hall.always");
    }
    List<Hours.Period> today = plan.hours().on(plan.local(now).toLocalDate(), plan.workingDays());
    return today.isEmpty()
        ? Words.text("hall.rest-day")
        : Text.of(joined(today, "，"), joined(today, ", "));
  }

  private static String joined(List<Hours.Period> periods, String comma) {
    return periods.stream().map(Hours.Period::toString).collect(Collectors.joining(comma));
  }
}
