package io.tidehall.hall.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a window is set up.
 *
 * @param lines the lines it may serve by itself; {@link #second} widens this to its scope
 * @param zone the part of the hall it stands in, or empty
 * @param inService whether a clerk may sign in; false for a tidal window that has not been opened
 * @param home the life field it keeps to first, or null: then all fields of its lines
 * @param second life fields it may serve besides, at equal right with the home field
 * @param speeds how fast it is at lines where it is not as usual: from the plan, until its services
 *     teach better
 * @param autoAfter how long after a ticket the next is called by itself (自动叫号); null when the clerk
 *     presses call-next
 */
public record WindowPlan(
    WindowId id,
    String zh,
    String en,
    WindowKind kind,
    List<LineId> lines,
    String zone,
    boolean inService,
    @Nullable String home,
    List<String> second,
    List<LineSpeed> speeds,
    @Nullable Duration autoAfter) {
  public WindowPlan {
    lines = lines.stream().distinct().sorted().toList();
    // Journals from before there were second fields and speeds lack them.
    second = second == null ? List.of() : second.stream().distinct().sorted().toList();
    speeds =
        speeds == null
            ? List.of()
            : speeds.stream().sorted(Comparator.comparing(LineSpeed::line)).toList();
    if (autoAfter != null && autoAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected the time to the next call of window "
              + id
              + " not to be negative, but it is "
              + autoAfter);
    }
  }

  /** A window without fields of its own, where the clerk presses call-next. */
  public WindowPlan(
      WindowId id,
      String zh,
      String en,
      WindowKind kind,
      List<LineId> lines,
      String zone,
      boolean inService) {
    this(id, zh, en, kind, lines, zone, inService, null, List.of(), List.of(), null);
  }

  /** Whether the line is in the window's scope: named, or of a second field. */
  public boolean serves(Line line) {
    return lines.contains(line.id()) || second.contains(line.field());
  }

  /** How fast it is at a line; 1 is usual. */
  public double speed(LineId line) {
    for (LineSpeed speed : speeds) {
      if (speed.line().equals(line)) {
        return speed.factor();
      }
    }
    return 1;
  }

  public WindowPlan withSetup(WindowKind newKind, List<LineId> newLines) {
    return new WindowPlan(
        id, zh, en, newKind, newLines, zone, inService, home, second, speeds, autoAfter);
  }

  public WindowFields fields() {
    return new WindowFields(home, second);
  }

  public WindowPlan withFields(WindowFields next) {
    return new WindowPlan(
        id, zh, en, kind, lines, zone, inService, next.home(), next.second(), speeds, autoAfter);
  }

  public WindowPlan withSpeeds(List<LineSpeed> learned) {
    return new WindowPlan(
        id, zh, en, kind, lines, zone, inService, home, second, learned, autoAfter);
  }

  public WindowPlan withInService(boolean now) {
    return new WindowPlan(id, zh, en, kind, lines, zone, now, home, second, speeds, autoAfter);
  }

  public WindowPlan withAutoAfter(@Nullable Duration pause) {
    return new WindowPlan(id, zh, en, kind, lines, zone, inService, home, second, speeds, pause);
  }
}
