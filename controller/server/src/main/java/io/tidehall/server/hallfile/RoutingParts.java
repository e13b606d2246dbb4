package io.tidehall.server.hallfile;

import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.PriorityClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How tickets are routed: the policy, the fairness contract, and what a window keeps to. */
final class RoutingParts {
  private static final String NAME = "name";

  private RoutingParts() {}

  /** A policy by its name alone, or by name and parameters. */
  static PolicyPlan policy(Part part, PolicyPlan usual) {
    if (!part.present()) {
      return usual;
    }
    var parameters = new ArrayList<PolicyPlan.Parameter>();
    for (String key : part.keys()) {
      if (!key.equals(NAME)) {
        parameters.add(new PolicyPlan.Parameter(key, part.get(key).number(Double.NaN)));
      }
    }
    return new PolicyPlan(namePart(part).text(usual.name()), parameters);
  }

  /** Where the name of a policy stands. */
  static Part namePart(Part policy) {
    return policy.text().isPresent() ? policy : policy.get(NAME);
  }

  static Fairness fairness(Part part) {
    List<Fairness.LongestWait> waits = new ArrayList<>();
    for (PriorityClass priority : PriorityClass.values()) {
      part.get("longestWaitMinutes")
          .get(priority.id())
          .whole()
          .ifPresent(
              minutes ->
                  waits.add(new Fairness.LongestWait(priority.id(), Duration.ofMinutes(minutes))));
    }
    return new Fairness(waits, part.get("mostOvertakes").whole(0));
  }

  /** How bookings are taken; not at all where the hall file does not say so. */
  static BookingPlan bookings(Part part) {
    BookingPlan usual = BookingPlan.usual(part.get("quota").whole(0));
    Part noShows = part.get("noShows");
    return new BookingPlan(
        minutes(part.get("slotMinutes"), usual.slot()),
        usual.quota(),
        part.get("daysAhead").whole(usual.daysAhead()),
        minutes(part.get("earlyMinutes"), usual.early()),
        minutes(part.get("lateMinutes"), usual.late()),
        minutes(part.get("cancelMinutes"), usual.cancelBefore()),
        noShows.get("limit").whole(usual.misses()),
        noShows.get("days").whole(usual.missDays()),
        noShows.get("blockDays").whole(usual.blockDays()),
        part.get("lines").keys().stream()
            .map(
                line ->
                    new BookingPlan.LineQuota(
                        new LineId(line), part.get("lines").get(line).whole(0)))
            .toList());
  }

  private static Duration minutes(Part part, Duration usual) {
    return part.present() ? Duration.ofMinutes(part.whole(0)) : usual;
  }

  /** A window with what it keeps to. */
  static WindowPlan window(Part part, WindowPlan plan) {
    OptionalInt seconds = part.get("autoCallSeconds").whole();
    @Nullable Duration autoAfter =
        seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : null;
    List<LineSpeed> speeds = new ArrayList<>();
    for (String line : part.get("speeds").keys()) {
      speeds.add(new LineSpeed(new LineId(line), part.get("speeds").get(line).number(1)));
    }
    return new WindowPlan(
        plan.id(),
        plan.zh(),
        plan.en(),
        plan.kind(),
        plan.lines(),
        plan.zone(),
        plan.inService(),
        part.get("home").text().orElse(null),
        part.get("second").texts(),
        speeds,
        autoAfter);
  }
}
