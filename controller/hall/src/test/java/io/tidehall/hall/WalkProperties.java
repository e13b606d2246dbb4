package io.tidehall.hall;

import io.tidehall.hall.Walk.Step;
import io.tidehall.hall.plan.HallPlan;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Halls and days by lot, for the properties. */
abstract class WalkProperties {
  @Provide
  Arbitrary<List<Step>> days() {
    Arbitrary<Integer> seconds =
        Arbitraries.frequencyOf(
            Tuple.of(80, Arbitraries.integers().between(0, 40)),
            Tuple.of(3, Arbitraries.integers().between(60, 1800)),
            Tuple.of(1, Arbitraries.integers().between(3600, 90_000)),
            Tuple.of(1, Arbitraries.integers().between(-60, -1)));
    return Combinators.combine(
            Arbitraries.integers().between(0, 52).withDistribution(RandomDistribution.uniform()),
            Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform()),
            Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform()),
            seconds)
        .as(Step::new)
        .list()
        .ofMinSize(100)
        .ofMaxSize(150);
  }

  @Provide
  Arbitrary<HallPlan> plans() {
    return Arbitraries.integers().between(0, 1_000_000).map(RandomHall::plan);
  }
}
