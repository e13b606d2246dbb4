package io.tidehall.hall.plan;

/**
 * How fast a window is at a line, learned from its services: they take the usual time divided by
 * the factor.
 *
 * @param factor 1 is usual; 0.2 to 5
 */
public record LineSpeed(LineId line, double factor) {
  public LineSpeed {
    if (!(factor >= 0.2 && factor <= 5)) {
      throw new IllegalArgumentException(
          "expected the speed at line " + line + " to be 0.2 to 5, but it is " + factor);
    }
  }
}
