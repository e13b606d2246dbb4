package io.tidehall.link;

import io.tidehall.protocol.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The hall's time as a device knows it, and how long the hall has been silent. The clock topic is
 * retained, so the first message after connecting may be old: it counts only if it fits the time
 * known already, or when another follows.
 */
final class HallClock implements InstantSource {
  /** Missed messages after which the controller counts as gone. */
  private static final int PATIENCE = 3;

  private final InstantSource device;
  private final LongSupplier nanos;
  private volatile Duration offset = Duration.ZERO;
  private volatile Instant lastHeard = Instant.EPOCH;
  private @Nullable Instant lastTold;
  private boolean firstSinceConnect = true;
  private long everySeconds = 5;
  private long heardNanos;
  private boolean heard;

  HallClock(InstantSource device, LongSupplier nanos) {
    this.device = device;
    this.nanos = nanos;
  }

  @Override
  public Instant instant() {
    return device.instant().plus(offset);
  }

  void reconnected() {
    firstSinceConnect = true;
  }

  void told(ClockState state) {
    boolean mayBeOld = firstSinceConnect;
    boolean repeated = state.at().equals(lastTold);
    firstSinceConnect = false;
    lastTold = state.at();
    everySeconds = state.every();
    if (repeated || (mayBeOld && !fits(state.at()))) {
      return;
    }
    offset = Duration.between(device.instant(), state.at());
    heardSomething();
  }

  /** Any live word of the hall shows that it is there. */
  void heardSomething() {
    heard = true;
    heardNanos = nanos.getAsLong();
    lastHeard = instant();
  }

  boolean silent() {
    long patience = Duration.ofSeconds(everySeconds * PATIENCE).toNanos();
    return !heard || nanos.getAsLong() - heardNanos > patience;
  }

  Instant lastHeard() {
    return lastHeard;
  }

  private boolean fits(Instant at) {
    return Duration.between(at, instant()).abs().toSeconds() <= everySeconds * PATIENCE;
  }
}
