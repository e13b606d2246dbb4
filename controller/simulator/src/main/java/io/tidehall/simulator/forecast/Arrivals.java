package io.tidehall.simulator.forecast;

import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.scenario.Scenario.TicketClass;
import java.util.SplittableRandom;

/** Draws those who may still come today, one after another. */
final class Arrivals {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Layout layout;
  private final Demand demand;
  private final double[] factors;
  private final double[] upTo;
  private final double[] classUpTo;
  private SplittableRandom chance = new SplittableRandom(0);
  private int segment;
  private double at;
  private double total;

  Arrivals(Layout layout, Demand demand) {
    this.layout = layout;
    this.demand = demand;
    factors = new double[layout.fields().size()];
    upTo = new double[layout.lines()];
    classUpTo = new double[layout.classes()];
    double sum = 0;
    for (int i = 0; i < classUpTo.length; i++) {
      TicketClass it = layout.scenario().classes().get(i);
      sum += it.share();
      classUpTo[i] = sum;
    }
  }

  void begin(SplittableRandom numbers, double now) {
    chance = numbers;
    demand.drawFactors(numbers, now, factors);
    segment = demand.segmentEndingAfter(now);
    at = now;
    enter();
    next();
  }

  private void enter() {
    total = 0;
    if (segment >= demand.segments()) {
      at = NEVER;
      return;
    }
    at = Math.max(at, demand.begin(segment));
    for (int line = 0; line < upTo.length; line++) {
      total += demand.rate(line, segment) * factors[layout.fieldOf(line)];
      upTo[line] = total;
    }
  }

  /** When the next one comes. */
  double at() {
    return at;
  }

  /** Goes on to the one after. */
  void next() {
    while (at < NEVER) {
      double then = total > 0 ? at + chance.nextExponential() / total : NEVER;
      if (then < demand.end(segment)) {
        at = then;
        return;
      }
      at = demand.end(segment);
      segment++;
      enter();
    }
  }

  int line() {
    double uniform = chance.nextDouble() * total;
    int line = 0;
    while (line < upTo.length - 1 && uniform >= upTo[line]) {
      line++;
    }
    return line;
  }

  int ticketClass() {
    if (classUpTo.length == 1) {
      return 0;
    }
    double uniform = chance.nextDouble();
    int its = 0;
    while (its < classUpTo.length - 1 && uniform >= classUpTo[its]) {
      its++;
    }
    return its;
  }
}
