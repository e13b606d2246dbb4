package io.tidehall.hall.tide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TideProperties {
  private static final Pace PACE = new Pace(0, 0, 12, 7, 3);

  @Property(tries = 200)
  void noThresholdFlapsFasterThanItsPace(
      @ForAll @Size(240) List<@IntRange(max = 25) Integer> crowd) {
    var rule = new Threshold(Measure.PEOPLE, 10, 9, 0, PACE);
    keepsItsPace(new FewWindows(rule, rule), crowd);
  }

  @Property(tries = 200)
  void noStaffingFlapsFasterThanItsPace(
      @ForAll @Size(240) List<@IntRange(max = 25) Integer> crowd) {
    var rule = new Staffing(1, 20, 20, 0, 0, PACE);
    keepsItsPace(new FewWindows(rule, rule), crowd);
  }

  private static void keepsItsPace(FewWindows hall, List<Integer> crowd) {
    double[] opened = {TideMemory.NEVER, TideMemory.NEVER};
    double[] closed = {TideMemory.NEVER, TideMemory.NEVER};
    for (int waiting : crowd) {
      hall.waiting[0] = waiting;
      for (TideWish wish : hall.minutePasses()) {
        int at = wish.window() - 2;
        if (wish.act() == TideWish.Act.OPEN) {
          assertTrue(
              closed[at] == TideMemory.NEVER || hall.minute() - closed[at] >= PACE.cooldown(),
              () -> "opened again before its cooldown at " + hall.minute());
          opened[at] = hall.minute();
        } else {
          assertTrue(
              hall.minute() - opened[at] >= hall.lag() + PACE.leastOpen(),
              () -> "closed before its least time at " + hall.minute());
          closed[at] = hall.minute();
        }
      }
    }
  }
}
