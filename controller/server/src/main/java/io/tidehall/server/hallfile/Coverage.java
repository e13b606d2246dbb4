package io.tidehall.server.hallfile;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import java.util.ArrayList;
import java.util.List;

/**
 * Item coverage (通办比例): the share of items that every comprehensive window may take.
 *
 * @param items items of all lines
 * @param missing those that some comprehensive window may not take
 */
public record Coverage(int items, List<String> missing) {
  /** What a hall should reach. */
  public static final double TARGET = 0.95;

  public Coverage {
    missing = List.copyOf(missing);
  }

  /** Both halves of a split comprehensive window count; without any window nothing is covered. */
  public static Coverage of(HallPlan plan) {
    List<WindowPlan> windows =
        plan.windows().stream().filter(window -> window.kind().comprehensive()).toList();
    int items = 0;
    List<String> missing = new ArrayList<>();
    for (Line line : plan.lines()) {
      items += line.items().size();
      if (windows.isEmpty()
          || !windows.stream().allMatch(window -> Eligibility.inScope(window, line))) {
        missing.addAll(line.items());
      }
    }
    return new Coverage(items, missing);
  }

  /** From 0 to 1; a hall without items covers nothing. */
  public double share() {
    return items == 0 ? 0 : (items - missing.size()) / (double) items;
  }
}
