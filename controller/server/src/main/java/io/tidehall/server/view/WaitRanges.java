package io.tidehall.server.view;

import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Told;
import io.tidehall.protocol.WaitRange;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Waits as people are told them: whole minutes, above ten in steps of five, never a point. */
final class WaitRanges {
  private static final int LEAST_HIGH = 3;
  private static final int LEAST_WIDTH = 2;

  private WaitRanges() {}

  /** What was forecast: from its 10 % to its 90 %, outwards. */
  static WaitRange of(Promise.Minutes it) {
    int low = stepped(Math.floor(it.low()), Math::floor);
    double least = Math.max(LEAST_HIGH, low + LEAST_WIDTH);
    int high = stepped(Math.ceil(Math.max(least, it.high())), Math::ceil);
    return new WaitRange(
        Math.min(low, WaitRange.LONGEST), Math.min(high, WaitRange.LONGEST), false);
  }

  /** What the closed formula says. */
  static @Nullable WaitRange rough(@Nullable Outlook outlook) {
    return outlook == null
        ? null
        : new WaitRange(
            Math.min(outlook.low(), WaitRange.LONGEST),
            Math.min(outlook.high(), WaitRange.LONGEST),
            true);
  }

  /** What the holder of a ticket was told. */
  static WaitRange told(Told it) {
    WaitRange range = of(new Promise.Minutes(it.low(), it.low(), it.high()));
    return new WaitRange(range.low(), range.high(), it.rough());
  }

  /**
   * What is left of the wait to a ticket at a place of its line: its share of the wait of one taken
   * now, which stands behind all who wait.
   */
  static WaitRange left(WaitRange fresh, int place, int waiting) {
    double share = Math.min(1, place / (waiting + 1.0));
    int high = Math.max(LEAST_HIGH, stepped(Math.ceil(fresh.high() * share), Math::ceil));
    int low = stepped(Math.floor(fresh.low() * share), Math::floor);
    return new WaitRange(Math.min(low, high), high, fresh.rough());
  }

  /** Above ten minutes, steps of five: no more is known. */
  private static int stepped(double minutes, DoubleUnaryOperator rounding) {
    return (int) (minutes <= 10 ? minutes : rounding.applyAsDouble(minutes / 5) * 5);
  }
}
