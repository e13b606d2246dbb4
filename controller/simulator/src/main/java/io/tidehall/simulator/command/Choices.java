package io.tidehall.simulator.command;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.compare.Design;
import io.tidehall.simulator.compare.Variant;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.TidalControl;
import io.tidehall.simulator.scenario.Scenario;
import io.tidehall.simulator.tidal.TidalRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns the names on a command line into what they name. */
final class Choices {
  private final Refusal refusal;

  Choices(Refusal refusal) {
    this.refusal = refusal;
  }

  /** Makes the exception for a choice that is none. */
  @FunctionalInterface
  interface Refusal {
    ParameterException of(String option, String expected, String came);

    /** Refuses in the name of a command, which has its spec as soon as it runs. */
    static Refusal by(@Nullable CommandSpec spec) {
      if (spec == null) {
        throw new IllegalStateException("expected to be run by its command line");
      }
      CommandLine command = spec.commandLine();
      return (option, expected, came) ->
          new ParameterException(
              command, option + ": expected " + expected + ", but it is '" + came + "'.");
    }
  }

  List<Variant> variants(
      Scenario hall, List<String> policies, List<String> designs, List<String> tidal) {
    List<Variant> variants = new ArrayList<>();
    for (String design : designs) {
      Scenario laidOut =
          Design.of(design, hall)
              .orElseThrow(() -> refusal.of("--designs", Design.EXPECTED, design));
      Layout layout = new Layout(laidOut);
      for (String rule : tidal) {
        for (String policy : policies) {
          List<String> name = new ArrayList<>(List.of(policy));
          if (designs.size() > 1) {
            name.add(design);
          }
          if (tidal.size() > 1) {
            name.add(rule);
          }
          variants.add(
              new Variant(
                  String.join(" · ", name),
                  layout,
                  policy("--policies", policy),
                  tides(rule, layout)));
        }
      }
    }
    return variants;
  }

  RoutingPolicy policy(String option, String text) {
    String[] parts = text.split(":", -1);
    PolicyPlan plan = PolicyPlan.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", -1);
      try {
        plan = plan.with(pair[0], Double.parseDouble(pair.length == 2 ? pair[1] : ""));
      } catch (NumberFormatException e) {
        throw refusal.of(option, "a parameter such as guard=20", parts[i]);
      }
    }
    List<Policies.Problem> problems = Policies.problems(plan);
    if (!problems.isEmpty()) {
      Policies.Problem first = problems.getFirst();
      String of = first.parameter().isEmpty() ? "" : first.parameter() + " to be ";
      throw refusal.of(option, of + first.expected(), text);
    }
    return Policies.of(plan);
  }

  private TidalControl tides(String name, Layout layout) {
    return switch (name) {
      case "always" -> TidalControl.ALWAYS;
      case "never" -> TidalControl.NEVER;
      default ->
          TidalRules.named(name, layout)
              .orElseThrow(
                  () ->
                      refusal.of(
                          "--tidal",
                          TidalRules.NAMES.contains(name)
                              ? "periods of the rule " + name + " in the scenario"
                              : "one of always, never, " + String.join(", ", TidalRules.NAMES),
                          name));
    };
  }
}
