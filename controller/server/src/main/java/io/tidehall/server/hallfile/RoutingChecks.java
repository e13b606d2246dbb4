package io.tidehall.server.hallfile;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Policies;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How tickets are routed: a known policy with parameters in range, and fields that lines have. */
final class RoutingChecks {
  private final Part root;
  private final List<Problem> problems;

  RoutingChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  void run() {
    Part policy = root.get("rules").get("policy");
    if (RoutingParts.namePart(policy).text().isPresent()) {
      policy(policy);
    }
    Set<String> fields = new LinkedHashSet<>();
    Set<String> lines = new LinkedHashSet<>();
    for (Part line : root.get("lines").each()) {
      fields.add(Layout.field(line));
      lines.add(Layout.lineId(line));
    }
    known(root.get("rules").get("bookings").get("lines"), lines);
    for (Part window : root.get("windows").each()) {
      field(window.get("home"), fields);
      var once = new Once("second field of a window", problems);
      for (Part second : window.get("second").each()) {
        once.see(second);
        field(second, fields);
      }
      known(window.get("speeds"), lines);
    }
  }

  /** The keys of a group are lines. */
  private void known(Part group, Set<String> lines) {
    for (String line : group.keys()) {
      if (!lines.contains(line)) {
        problems.add(
            group
                .get(line)
                .problem(
                    "one of the lines " + Words.list(lines),
                    "there is no line " + Words.quoted(line),
                    Words.meant(line, lines)));
      }
    }
  }

  private void policy(Part policy) {
    Part name = RoutingParts.namePart(policy);
    PolicyPlan plan = RoutingParts.policy(policy, PolicyPlan.of(""));
    for (Policies.Problem problem : Policies.problems(plan)) {
      if (problem.parameter().isEmpty()) {
        problems.add(
            name.problem(
                "one of the policies " + Words.list(Policies.names()),
                "there is no " + Words.quoted(plan.name()),
                Words.meant(plan.name(), Policies.names())));
      } else if (policy.get(problem.parameter()).isNumber()) {
        List<String> known =
            Policies.settings(plan.name()).stream().map(Policies.Setting::name).toList();
        problems.add(
            policy
                .get(problem.parameter())
                .problem(
                    problem.expected(),
                    "it is " + problem.came(),
                    known.contains(problem.parameter())
                        ? ""
                        : Words.meant(problem.parameter(), known)));
      }
    }
  }

  private void field(Part part, Set<String> fields) {
    part.text()
        .filter(field -> !fields.contains(field))
        .ifPresent(
            field ->
                problems.add(
                    part.problem(
                        "the field of a line: " + Words.list(fields),
                        "no line is of " + Words.quoted(field),
                        Words.meant(field, fields))));
  }
}
