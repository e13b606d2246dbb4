package io.tidehall.hall;

import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.Fairness;
import io.tidehall.hall.plan.Fairness.LongestWait;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.Rules.ReturnPlace;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.TidePlan;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideRule.Measure;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Threshold;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A small hall by lot: the same seed gives the same hall, in every run. */
final class RandomHall {
  private static final List<String> FIELDS = List.of("综合", "民政", "社保");

  private RandomHall() {}

  static HallPlan plan(int seed) {
    var lot = new Random(seed);
    Layout hall = Layout.small();
    for (String line : List.of("A", "B", "C")) {
      hall = hall.withLine(line, lot.nextInt(4) == 0 ? 1 + lot.nextInt(6) : 0, item(line));
    }
    for (int i = 1; i <= 2 + lot.nextInt(3); i++) {
      WindowKind kind = one(lot, List.of(WindowKind.values()));
      List<String> scope = new ArrayList<>(List.of("A", "B", "C"));
      while (scope.size() > 1 && lot.nextInt(3) == 0) {
        scope.remove(lot.nextInt(scope.size()));
      }
      String[] lines = scope.toArray(new String[0]);
      hall =
          lot.nextInt(5) == 0
              ? hall.withWindowOutOfService("" + i, kind, lines)
              : hall.withWindow("" + i, kind, lines);
    }
    for (String line : List.of("B", "C")) {
      hall = lot.nextBoolean() ? hall.withField(line, one(lot, FIELDS)) : hall;
    }
    for (int i = 1; i <= 2; i++) {
      hall =
          hall.withFields(
              "" + i,
              lot.nextBoolean() ? one(lot, FIELDS) : null,
              lot.nextBoolean() ? List.of(one(lot, FIELDS)) : List.of());
      hall = lot.nextInt(3) == 0 ? hall.withAutoCall("" + i, 1 + lot.nextInt(30)) : hall;
    }
    hall =
        hall.withRules(
            rules(lot)
                .withFairness(fairness(lot))
                .withPhoneDelay(Math.floorMod(seed, 5))
                .withBookings(BookingPlan.usual(1 + Math.floorMod(seed, 3))));
    HallPlan plan = lot.nextInt(4) == 0 ? hall.plan() : hall.onTrial().plan();
    return plan.with(TidePlan.of(tidal(plan, seed), DemandForecast.NONE), List.of());
  }

  /** The last window opens and closes at a touch, by itself in every third hall. */
  private static List<TidalWindow> tidal(HallPlan plan, int seed) {
    var rule = new Threshold(Measure.PEOPLE, 2, 1, 0, new Pace(0, 0, 2, 1, 1));
    return List.of(new TidalWindow(plan.windows().getLast().id(), null, null, rule, seed % 3 == 0));
  }

  /** The same hall under another policy. */
  static HallPlan under(HallPlan plan, PolicyPlan policy) {
    return new HallPlan(
        plan.id(),
        plan.zh(),
        plan.en(),
        plan.zone(),
        plan.trial(),
        plan.lines(),
        plan.windows(),
        plan.clerks(),
        plan.hours(),
        plan.workingDays(),
        plan.rules().withPolicy(policy),
        plan.greenReasons(),
        plan.labels());
  }

  private static Fairness fairness(Random lot) {
    return lot.nextInt(3) == 0
        ? Fairness.none()
        : new Fairness(
            List.of(
                new LongestWait("green", Duration.ofMinutes(1 + lot.nextInt(5))),
                new LongestWait("normal", Duration.ofMinutes(2 + lot.nextInt(20)))),
            lot.nextInt(3));
  }

  private static Rules rules(Random lot) {
    return new Rules(
        one(lot, Policies.names()),
        1 + lot.nextInt(3),
        Duration.ofSeconds(lot.nextInt(20)),
        one(lot, List.of(ReturnPlace.values())),
        lot.nextInt(4),
        lot.nextInt(3),
        Duration.ofMinutes(15),
        Duration.ofSeconds(60),
        lot.nextInt(6),
        LocalTime.of(4, 0),
        1 + lot.nextInt(2),
        Duration.ofMinutes(15));
  }

  /** The one item of a line. */
  static String item(String line) {
    return line.toLowerCase(Locale.ROOT) + "1";
  }

  private static <T> T one(Random lot, List<T> from) {
    return from.get(lot.nextInt(from.size()));
  }
}
