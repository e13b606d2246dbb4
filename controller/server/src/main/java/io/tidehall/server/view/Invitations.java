package io.tidehall.server.view;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.ticket.ServiceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which service each window's pad asks about now. Services stay open to ratings for days, so all of
 * them are looked through only when one has changed, and not for every window and event. Safe for
 * several threads.
 */
final class Invitations {
  private volatile Found newest = new Found(Map.of(), Map.of());

  private record Found(Map<ServiceId, OpenRating> ratings, Map<WindowId, OpenRating> invitations) {}

  /** The service that a window's pad asks about, the latest where there are several. */
  Optional<OpenRating> at(HallState state, WindowId window) {
    Found found = newest;
    // States share what did not change, so the same map means the same ratings.
    if (!isSame(found.ratings(), state.ratings())) {
      found = new Found(state.ratings(), invitations(state.ratings()));
      newest = found;
    }
    return Optional.ofNullable(found.invitations().get(window));
  }

  @SuppressWarnings("ReferenceEquality") // Equal maps that are not the same only cost time.
  private static boolean isSame(Map<ServiceId, OpenRating> one, Map<ServiceId, OpenRating> other) {
    return one == other;
  }

  private static Map<WindowId, OpenRating> invitations(Map<ServiceId, OpenRating> ratings) {
    Map<WindowId, OpenRating> invitations = new HashMap<>();
    for (OpenRating rating : ratings.values()) {
      if (rating.stage() == OpenRating.Stage.INVITED) {
        invitations.merge(
            rating.window(),
            rating,
            (one, other) -> other.silentAt().isBefore(one.silentAt()) ? one : other);
      }
    }
    return Map.copyOf(invitations);
  }
}
