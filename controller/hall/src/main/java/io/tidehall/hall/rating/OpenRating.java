package io.tidehall.hall.rating;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.ServiceId;
import java.time.Instant;

/**
 * A finished service that may be rated once: the pad asks until {@code silentAt}, and it counts
 * until {@code closesAt}.
 *
 * @param item what was done: the id of the ticket's first item, else of its line
 */
public record OpenRating(
    ServiceId service,
    WindowId window,
    ClerkId clerk,
    String item,
    Instant silentAt,
    Instant closesAt,
    Stage stage) {
  /** Where the rating stands. */
  public enum Stage {
    /** The pad waits for it. */
    INVITED,
    /** The pad's time has passed without a word (未评价). */
    SILENT,
    /** It was given, and no other counts. */
    RATED
  }

  public OpenRating with(Stage next) {
    return new OpenRating(service, window, clerk, item, silentAt, closesAt, next);
  }
}
