package io.tidehall.hall.staff;

import io.tidehall.hall.plan.WindowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An emergency call from a window, until it is cleared.
 *
 * @param raisedBy badge, account or device
 * @param acceptedBy who comes to help, or null while nobody does
 * @param acceptedAt since when, or null
 */
public record Emergency(
    String id,
    WindowId window,
    String raisedBy,
    Instant raisedAt,
    @Nullable String acceptedBy,
    @Nullable Instant acceptedAt) {

  public Emergency acceptedBy(String who, Instant at) {
    return new Emergency(id, window, raisedBy, raisedAt, who, at);
  }
}
