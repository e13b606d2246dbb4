package io.tidehall.hall;

import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;

/** A slip whose end the printer has not told yet. */
public record PendingSlip(
    String job, String printer, TicketId ticket, boolean reprint, String language, Instant at) {}
