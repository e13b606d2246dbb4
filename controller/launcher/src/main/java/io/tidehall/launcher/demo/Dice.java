package io.tidehall.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Chance from a seed. Whoever needs chance has dice of its own, named after what it decides, so
 * that a decision does not depend on which thread came first.
 */
final class Dice {
  private static final double SERVICE_CV = 0.8;

  private final Random random;

  Dice(long seed, String name) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    random.nextLong(); // neighbouring seeds begin alike
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  double fraction() {
    return random.nextDouble();
  }

  Duration between(long lowSeconds, long highSeconds) {
    return Duration.ofMillis(
        Math.round(1000 * (lowSeconds + fraction() * (highSeconds - lowSeconds))));
  }

  String token() {
    return "%016x".formatted(random.nextLong());
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    double left = fraction() * choices.stream().mapToDouble(weight).sum();
    for (T choice : choices) {
      left -= weight.applyAsDouble(choice);
      if (left < 0) {
        return choice;
      }
    }
    return choices.getLast();
  }

  /** A log-normal time with this mean: most are short, a few very long. */
  Duration service(Duration mean) {
    double variance = Math.log(1 + SERVICE_CV * SERVICE_CV);
    double factor = Math.exp(random.nextGaussian() * Math.sqrt(variance) - variance / 2);
    return Duration.ofMillis(Math.round(mean.toMillis() * factor));
  }
}
