package io.tidehall.hall.ticket;

import io.tidehall.hall.plan.WindowId;
import java.time.Duration;
import java.time.Instant;

/** Where a live ticket is in its life. Finished and void tickets are not live. */
public sealed interface TicketState {
  /** In a lane, to be called. */
  record Waiting(Lane lane, Rank rank) implements TicketState {}

  /** Passed on for a time (约时): not called before {@code at}, and then waiting there. */
  record Due(Lane lane, Rank rank, Instant at) implements TicketState {}

  /** Called to a window, {@code calls} times, and not yet there. */
  record Called(WindowId window, Instant first, Instant last, int calls) implements TicketState {}

  /**
   * Being served.
   *
   * @param since when this stretch of service began
   * @param before service time of earlier stretches, held time not counted
   */
  record Serving(WindowId window, ServiceId service, Instant since, Duration before)
      implements TicketState {
    /** Handling time until {@code now}. */
    public Duration handled(Instant now) {
      return before.plus(Duration.between(since, now));
    }
  }

  /** Held in the middle of a service. */
  record Held(WindowId window, ServiceId service, HoldKind kind, Instant since, Duration before)
      implements TicketState {}

  /** Called in vain (过号); may come back. */
  record Missed(WindowId window, Instant since) implements TicketState {}
}
