package io.tidehall.simulator.day;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Streams of chance, one for each purpose: what is drawn for one purpose never shifts what is drawn
 * for another, so that two policies meet the same customers.
 */
public final class Chance {
  private Chance() {}

  /**
   * The stream of one purpose on one day; the same arguments give the same stream on any machine.
   */
  public static SplittableRandom stream(long seed, long day, String purpose, long index) {
    long mixed = mix(seed ^ 0x9E3779B97F4A7C15L);
    mixed = mix(mixed + day * 0xD1342543DE82EF95L);
    for (int i = 0; i < purpose.length(); i++) {
      mixed = mix(mixed * 31 + purpose.charAt(i));
    }
    return new SplittableRandom(mix(mixed + index * 0x2545F4914F6CDD1DL));
  }

  /** A factor with mean 1 and the given coefficient of variation, from one uniform number. */
  static double gammaFactor(SplittableRandom chance, double cv) {
    double uniform = chance.nextDouble();
    if (cv <= 0) {
      return 1;
    }
    double shape = 1 / (cv * cv);
    return GammaDistribution.of(shape, 1 / shape).inverseCumulativeProbability(uniform);
  }

  private static long mix(long z) {
    long it = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    it = (it ^ (it >>> 27)) * 0x94D049BB133111EBL;
    return it ^ (it >>> 31);
  }
}
