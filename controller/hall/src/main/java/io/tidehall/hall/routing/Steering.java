package io.tidehall.hall.routing;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import org.pcollections.TreePMap;

/**
 * What routing keeps between two decisions; all of it follows from the events.
 *
 * @param policy the policy in use: the plan's, until a manager chooses another
 * @param days what each window has done today
 */
public record Steering(PolicyPlan policy, TreePMap<WindowId, WindowDay> days) {
  public static Steering empty() {
    return new Steering(Rules.usual().chosenPolicy(), TreePMap.empty());
  }

  public Steering with(PolicyPlan next) {
    // Another policy counts in another way.
    TreePMap<WindowId, WindowDay> cleared = days;
    for (var day : days.entrySet()) {
      cleared = cleared.plus(day.getKey(), day.getValue().with(Counts.none()));
    }
    return new Steering(next, cleared);
  }

  /** A new day: nothing has been done yet. */
  public Steering cleared() {
    return new Steering(policy, TreePMap.empty());
  }

  /** With the time that a window spent in a state until now. */
  public Steering spent(Window window, Instant now) {
    return new Steering(policy, days.plus(window.id(), day(window.id(), now).plus(window, now)));
  }

  /** With a call of a ticket of a class by a window. */
  public Steering called(WindowId window, String priority, Instant now) {
    WindowDay day = day(window, now);
    Counts next = Policies.of(policy).counted(day.counts(), priority);
    return new Steering(policy, days.plus(window, day.with(next)));
  }

  /** Without the windows that the hall no longer has. */
  public Steering without(WindowId window) {
    return new Steering(policy, days.minus(window));
  }

  private WindowDay day(WindowId window, Instant now) {
    WindowDay found = days.get(window);
    return found == null ? WindowDay.begun(now) : found;
  }
}
