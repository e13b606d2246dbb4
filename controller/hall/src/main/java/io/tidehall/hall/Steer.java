package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.Policies;
import java.util.Optional;

/** Choosing how tickets are routed, while the hall runs. */
final class Steer {
  private Steer() {}

  /** Why a policy cannot be used, empty when it can. */
  static Optional<Decision> problem(String where, PolicyPlan policy) {
    return Policies.problems(policy).stream()
        .findFirst()
        .map(
            it ->
                it.parameter().isEmpty()
                    ? refused(
                        Refusal.UNKNOWN_POLICY,
                        "Expected %s to be %s, but it is %s",
                        where,
                        it.expected(),
                        it.came())
                    : refused(
                        Refusal.BAD_POLICY_PARAMETER,
                        "Expected %s.%s to be %s, but it is %s",
                        where,
                        it.parameter(),
                        it.expected(),
                        it.came()));
  }
}
