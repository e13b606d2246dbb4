package io.tidehall.display;

import io.tidehall.device.HallTime;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.HallStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every screen knows of its hall: the time, whether the hall is heard, and how it is.
 *
 * @param lastHeard when the hall was last heard; {@link Instant#EPOCH} when never
 */
public record Surroundings(
    Instant now, Reach reach, Instant lastHeard, Latest<HallStatus> hallStatus) {
  public static Surroundings at(Instant now) {
    return new Surroundings(now, Reach.NO_BROKER, Instant.EPOCH, Latest.none());
  }

  public Surroundings after(Happening happening) {
    return switch (happening) {
      case Happening.Tick(var time) -> new Surroundings(time, reach, lastHeard, hallStatus);
      case Happening.Reached(var how, var heard) ->
          new Surroundings(
              now, how, heard, how == Reach.ONLINE ? hallStatus : hallStatus.afterSilence());
      case Happening.Heard(HallStatus status) ->
          new Surroundings(now, reach, lastHeard, hallStatus.take(status, status.seq()));
      case Happening.Heard _ -> this;
    };
  }

  public @Nullable HallStatus hall() {
    return hallStatus.value();
  }

  /** Whether what is shown may be old. */
  public boolean stale() {
    return reach != Reach.ONLINE;
  }

  /** How the hall says times. */
  public HallTime time() {
    HallStatus hall = hall();
    return hall == null ? HallTime.unknown() : HallTime.of(hall);
  }
}
