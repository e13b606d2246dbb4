package io.tidehall.hall.plan;

import java.util.Comparator;
import java.util.List;

/**
 * How fast a window is at its lines.
 *
 * @param speeds those that are not usual, each line once
 */
public record WindowSpeeds(WindowId window, List<LineSpeed> speeds) {
  public WindowSpeeds {
    speeds = speeds.stream().sorted(Comparator.comparing(LineSpeed::line)).toList();
  }
}
