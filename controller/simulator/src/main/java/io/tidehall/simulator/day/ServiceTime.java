package io.tidehall.simulator.day;

import io.tidehall.simulator.scenario.Scenario.Service;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Draws service times, whole ones or what remains of one that has lasted some minutes already. */
public sealed interface ServiceTime {
  /** A whole service, in minutes. */
  double draw(SplittableRandom chance);

  /** What remains of a service that has lasted {@code elapsed} minutes and has not ended. */
  double drawRemaining(SplittableRandom chance, double elapsed);

  double mean();

  static ServiceTime of(Service service) {
    return switch (service.shape()) {
      case LOGNORMAL ->
          service.cv() == 0
              ? new Constant(service.mean())
              : LogNormal.of(service.mean(), service.cv());
      case EXPONENTIAL -> new Exponential(service.mean());
      case CONSTANT -> new Constant(service.mean());
    };
  }

  /** Log-normal: the logarithm is normal with mean {@code mu} and deviation {@code sigma}. */
  record LogNormal(double mean, double mu, double sigma) implements ServiceTime {
    /** Below this, drawing again until it fits is faster than inverting the distribution. */
    private static final double OFTEN = 1;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static LogNormal of(double mean, double cv) {
      double variance = Math.log(1 + cv * cv);
      return new LogNormal(mean, Math.log(mean) - variance / 2, Math.sqrt(variance));
    }

    @Override
    public double draw(SplittableRandom chance) {
      return Math.exp(mu + sigma * chance.nextGaussian());
    }

    @Override
    public double drawRemaining(SplittableRandom chance, double elapsed) {
      if (elapsed <= 0) {
        return draw(chance);
      }
      double from = (Math.log(elapsed) - mu) / sigma;
      if (from < OFTEN) {
        double normal = chance.nextGaussian();
        while (normal <= from) {
          normal = chance.nextGaussian();
        }
        return Math.exp(mu + sigma * normal) - elapsed;
      }
      double tail = NORMAL.survivalProbability(from) * (1 - chance.nextDouble());
      double end = Math.exp(mu + sigma * NORMAL.inverseSurvivalProbability(tail));
      // Far in the tail the difference of two large numbers is lost; nothing is certain there.
      return Double.isFinite(end) ? Math.max(0, end - elapsed) : mean;
    }
  }

  /** Without memory: what remains is as a whole one. */
  record Exponential(double mean) implements ServiceTime {
    @Override
    public double draw(SplittableRandom chance) {
      return mean * chance.nextExponential();
    }

    @Override
    public double drawRemaining(SplittableRandom chance, double elapsed) {
      return draw(chance);
    }
  }

  /** Always the same. */
  record Constant(double mean) implements ServiceTime {
    @Override
    public double draw(SplittableRandom chance) {
      return mean;
    }

    @Override
    public double drawRemaining(SplittableRandom chance, double elapsed) {
      return Math.max(0, mean - elapsed);
    }
  }
}
