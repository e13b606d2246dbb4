package io.tidehall.hall;

import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slip whose end the printer has not told yet.
 *
 * @param ticket whose slip it is, or null when it is the list of an item
 * @param item the item whose list it is, or null when it is a ticket's slip
 */
public record PendingSlip(
    String job,
    String printer,
    @Nullable TicketId ticket,
    boolean reprint,
    String language,
    Instant at,
    @Nullable String item) {
  /** The slip of a ticket. */
  public PendingSlip(
      String job, String printer, TicketId ticket, boolean reprint, String language, Instant at) {
    this(job, printer, ticket, reprint, language, at, null);
  }

  static PendingSlip of(Event.ListQueued e) {
    return new PendingSlip(e.job(), e.printer(), null, false, e.language(), e.at(), e.item());
  }
}
