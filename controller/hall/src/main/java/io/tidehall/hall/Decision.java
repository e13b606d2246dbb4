package io.tidehall.hall;

import io.tidehall.hall.ticket.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a request. A refusal is an ordinary answer, not an exception. */
public sealed interface Decision {
  /**
   * It happens.
   *
   * @param events in order; empty when time passed and nothing was due
   * @param repeated true when this is the first answer to the same request id, given again
   */
  record Accepted(List<Event> events, boolean repeated) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /**
   * It does not happen, and nothing has changed.
   *
   * @param because "Expected to …, but …"
   * @param ticket the ticket that stands in the way, if one does
   */
  record Refused(Refusal refusal, String because, @Nullable TicketId ticket) implements Decision {}
}
