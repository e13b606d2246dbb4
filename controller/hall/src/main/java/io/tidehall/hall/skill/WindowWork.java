package io.tidehall.hall.skill;

import io.tidehall.hall.plan.WindowId;
import java.util.List;

/**
 * What a window did in a period.
 *
 * @param specialised whether it keeps to its own fields; a flexible window has nothing to learn
 * @param fields its own fields, home and second
 * @param mannedMinutes with a clerk and without pauses
 */
public record WindowWork(
    WindowId window,
    boolean specialised,
    List<String> fields,
    double mannedMinutes,
    double busyMinutes) {
  public WindowWork {
    fields = List.copyOf(fields);
  }

  double use() {
    return mannedMinutes <= 0 ? 0 : busyMinutes / mannedMinutes;
  }
}
