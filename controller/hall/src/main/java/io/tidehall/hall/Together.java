package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several items on one ticket (一件事). The ticket waits in one line, and whichever window calls it
 * must be able to do all of its items: so a line takes items of others only while every window that
 * takes the line also takes theirs, those out of service too, since they may open while the ticket
 * waits. Queues, forecasts and quotas then need to know nothing of it.
 */
final class Together {
  private Together() {}

  /**
   * The line for all of these items: one of their own lines, or else one that the hall keeps for
   * several items; the first in the hall's order.
   */
  static Optional<LineId> line(HallState state, List<String> items) {
    List<Line> wanted = new ArrayList<>();
    for (String item : items) {
      Optional<Line> line = lineOf(state.plan(), item);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(line.get());
    }
    for (boolean kept : new boolean[] {false, true}) {
      for (Line line : state.plan().lines()) {
        if ((kept ? line.together() : wanted.contains(line)) && doesAll(state, line, wanted)) {
          return Optional.of(line.id());
        }
      }
    }
    return Optional.empty();
  }

  /** Why a ticket of a line cannot carry these items; empty when it can. */
  static Optional<Decision.Refused> refusal(HallState state, Line line, List<String> items) {
    List<Line> wanted = new ArrayList<>();
    for (String item : items) {
      Line its = lineOf(state.plan(), item).orElse(null);
      if (its == null) {
        return Optional.of(
            refused(
                Refusal.UNKNOWN_ITEM, "Expected items of this hall, but it has no item %s", item));
      }
      if (!its.equals(line)) {
        wanted.add(its);
      }
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    boolean several = items.size() > 1 || line.together();
    if (!several) {
      return Optional.of(
          refused(
              Refusal.UNKNOWN_ITEM,
              "Expected items of line %s, but it has no item %s",
              line.id(),
              items.getFirst()));
    }
    return doesAll(state, line, wanted)
        ? Optional.empty()
        : Optional.of(
            refused(
                Refusal.ITEMS_APART,
                "Expected every window of line %s to do all of %s, but not every one does",
                line.id(),
                items));
  }

  /** The lines that a ticket is for: the one it waits in first, then those of its other items. */
  static List<LineId> lines(HallPlan plan, LineId line, List<String> items) {
    List<LineId> lines = new ArrayList<>();
    lines.add(line);
    lines.addAll(others(plan, line, items));
    return lines;
  }

  /** The lines of a ticket's items other than the one it waits in, each once. */
  static List<LineId> others(HallPlan plan, LineId line, List<String> items) {
    List<LineId> others = new ArrayList<>();
    for (String item : items) {
      Line its = lineOf(plan, item).orElse(null);
      if (its != null && !its.id().equals(line) && !others.contains(its.id())) {
        others.add(its.id());
      }
    }
    return others;
  }

  private static Optional<Line> lineOf(HallPlan plan, String item) {
    for (Line line : plan.lines()) {
      if (line.items().contains(item)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static boolean doesAll(HallState state, Line line, List<Line> wanted) {
    boolean any = false;
    for (Window window : state.windows().values()) {
      WindowPlan plan = window.plan();
      if (Eligibility.inScope(plan, line)) {
        any |= plan.inService();
        for (Line other : wanted) {
          if (!Eligibility.inScope(plan, other)) {
            return false;
          }
        }
      }
    }
    return any;
  }
}
