package io.tidehall.hall.plan;

import java.util.List;

/**
 * How a window is set up.
 *
 * @param lines the lines it may serve, its scope
 * @param zone the part of the hall it stands in, or empty
 * @param inService whether a clerk may sign in; false for a tidal window that has not been opened
 */
public record WindowPlan(
    WindowId id,
    String zh,
    String en,
    WindowKind kind,
    List<LineId> lines,
    String zone,
    boolean inService) {
  public WindowPlan {
    lines = lines.stream().distinct().sorted().toList();
  }

  public boolean serves(LineId line) {
    return lines.contains(line);
  }

  public WindowPlan withSetup(WindowKind newKind, List<LineId> newLines) {
    return new WindowPlan(id, zh, en, newKind, newLines, zone, inService);
  }

  public WindowPlan withInService(boolean now) {
    return new WindowPlan(id, zh, en, kind, lines, zone, now);
  }
}
