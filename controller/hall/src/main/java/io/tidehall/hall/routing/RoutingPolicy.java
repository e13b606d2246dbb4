package io.tidehall.hall.routing;

import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which ticket a window takes and which window a ticket takes. A policy is a value: the
 * same arguments give the same choice in every run. It never leaves a window without a ticket while
 * an eligible one waits.
 */
public interface RoutingPolicy {
  String name();

  /** The ticket that a free window takes, with the reason; empty only if none is eligible. */
  Optional<TicketChoice> ticketFor(Window.Free window, Queues queues, Instant now);

  /**
   * The window that an arriving ticket goes to.
   *
   * @param ready windows that asked for a ticket and may serve this one; not empty
   */
  WindowChoice windowFor(Lane lane, List<Window.Free> ready, Instant now);

  /** A ticket with the reason for it. */
  record TicketChoice(TicketId ticket, Reason reason) {}

  /** A window with the reason for it. */
  record WindowChoice(Window.Free window, Reason reason) {}
}
