package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several items on one ticket (一件事). The ticket waits in one line, and only a window that does all
 * of its items may call it. So that those behind do not pass it at narrower windows, a line takes
 * items of others only while every window at work there also takes theirs; narrower ones that open
 * later, or are narrowed, leave it to the others. Forecasts and quotas need to know nothing of it.
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
                "Expected a window of line %s to do all of %s, and every one at work there to do"
                    + " so, but it is not so",
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
        boolean all = wanted.stream().allMatch(other -> Eligibility.inScope(plan, other));
        if (!all && window instanceof Window.Open) {
          return false;
        }
        any |= all && plan.inService();
      }
    }
    return any;
  }

  /**
   * Why windows cannot be set up as in the state after: a live ticket of several lines would have
   * none left that does all of them, in service or not.
   */
  static Optional<Decision> stranded(HallState before, HallState after) {
    for (Ticket ticket : before.tickets().values()) {
      if (!ticket.also().isEmpty() && anyDoes(before, ticket) && !anyDoes(after, ticket)) {
        return Optional.of(
            refused(
                Refusal.PLAN_IN_USE,
                ticket.id(),
                "Expected a window that does all of the lines %s, since ticket %s is for them, but"
                    + " none would be left: serve the ticket first",
                ticket.lines(),
                ticket.number()));
      }
    }
    return Optional.empty();
  }

  private static boolean anyDoes(HallState state, Ticket ticket) {
    return state.windows().values().stream()
        .anyMatch(it -> Eligibility.allOf(state.plan(), it.plan(), ticket.lines()));
  }
}
