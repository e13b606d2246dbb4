package io.tidehall.hall.routing;

import io.tidehall.hall.plan.PolicyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The policies a hall may choose from, by name, each with what it is set by. */
public final class Policies {
  private static final List<Kind> ALL =
      List.of(
          new Kind(
              Balanced.NAME,
              List.of(
                  new Setting("guard", Balanced.GUARD, 0, 240, false),
                  new Setting("skill", Balanced.SKILL, 0, 120, false),
                  new Setting("evenness", Balanced.EVENNESS, 0, 100, false)),
              it -> new Balanced(it.value("guard"), it.value("skill"), it.value("evenness") / 100)),
          new Kind(LongestWait.NAME, List.of(), _ -> new LongestWait()),
          new Kind(
              OwnQueueFirst.NAME,
              List.of(new Setting("longest", 0, 0, 1, true)),
              it -> new OwnQueueFirst(it.whole("longest") == 1)),
          new Kind(
              ClassRatio.NAME,
              byClass(2, 2, 1, 20),
              it -> ClassRatio.of(it.whole("green"), it.whole("booked"), it.whole("normal"))),
          new Kind(
              StrictPriority.NAME,
              byClass(1, 2, 3, 9),
              it -> StrictPriority.of(it.whole("green"), it.whole("booked"), it.whole("normal"))));

  private Policies() {}

  /**
   * A number that a policy is set by.
   *
   * @param whole whether it must be a whole number
   */
  public record Setting(String name, double usual, double least, double most, boolean whole) {
    /** What is expected of a value, in words. */
    public String expected() {
      return (whole ? "a whole number from " : "a number from ")
          + plain(least)
          + " to "
          + plain(most);
    }

    boolean allows(double value) {
      return value >= least && value <= most && (!whole || value == Math.rint(value));
    }
  }

  /** What is wrong with a choice; {@code parameter} is empty when the policy is unknown. */
  public record Problem(String parameter, String expected, String came) {}

  /** The policy of a choice in which nothing is wrong; {@code balanced} for an unknown one. */
  public static RoutingPolicy of(PolicyPlan plan) {
    return find(plan.name()).orElse(ALL.getFirst()).make(plan);
  }

  /** All that is wrong with a choice. */
  public static List<Problem> problems(PolicyPlan plan) {
    Optional<Kind> kind = find(plan.name());
    if (kind.isEmpty()) {
      return List.of(
          new Problem("", "one of " + String.join(", ", names()), "'" + plan.name() + "'"));
    }
    List<Problem> problems = new ArrayList<>();
    for (PolicyPlan.Parameter parameter : plan.parameters()) {
      Optional<Setting> setting = kind.get().find(parameter.name());
      if (setting.isEmpty()) {
        problems.add(
            new Problem(
                parameter.name(),
                kind.get().settings().isEmpty()
                    ? "no parameter of the policy " + plan.name()
                    : "a parameter of the policy "
                        + plan.name()
                        + ": "
                        + String.join(", ", kind.get().settingNames()),
                "'" + parameter.name() + "'"));
      } else if (!setting.get().allows(parameter.value())) {
        problems.add(
            new Problem(parameter.name(), setting.get().expected(), plain(parameter.value())));
      }
    }
    return problems;
  }

  public static List<String> names() {
    return ALL.stream().map(Kind::name).toList();
  }

  /** What a policy is set by; nothing for an unknown one. */
  public static List<Setting> settings(String policy) {
    return find(policy).map(Kind::settings).orElse(List.of());
  }

  private static Optional<Kind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  private static List<Setting> byClass(int green, int booked, int normal, int most) {
    return List.of(
        new Setting("green", green, 1, most, true),
        new Setting("booked", booked, 1, most, true),
        new Setting("normal", normal, 1, most, true));
  }

  private record Kind(String name, List<Setting> settings, Function<Values, RoutingPolicy> make) {
    RoutingPolicy make(PolicyPlan plan) {
      return make.apply(new Values(this, plan));
    }

    Optional<Setting> find(String setting) {
      return settings.stream().filter(it -> it.name().equals(setting)).findFirst();
    }

    List<String> settingNames() {
      return settings.stream().map(Setting::name).toList();
    }
  }

  private record Values(Kind kind, PolicyPlan plan) {
    int whole(String setting) {
      return (int) value(setting);
    }

    double value(String setting) {
      return plan.find(setting).orElseGet(() -> kind.find(setting).orElseThrow().usual());
    }
  }
}
