package io.tidehall.hall;

import io.tidehall.hall.notice.Copy;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slip whose end the printer has not told yet: of a ticket, the list of an item, the copy of a
 * notice, a day's figures, or else a test page.
 *
 * @param ticket whose slip it is, or null
 * @param item the item whose list it is, or null
 * @param notice the number of the notice whose copy it is, or null
 * @param copy which copy, or null
 * @param figures the day's figures, or null
 */
public record PendingSlip(
    String job,
    String printer,
    @Nullable TicketId ticket,
    boolean reprint,
    String language,
    Instant at,
    @Nullable String item,
    @Nullable String notice,
    @Nullable Copy copy,
    @Nullable DayFigures figures) {
  /** The slip of a ticket. */
  public PendingSlip(
      String job, String printer, TicketId ticket, boolean reprint, String language, Instant at) {
    this(job, printer, ticket, reprint, language, at, null, null, null, null);
  }

  static PendingSlip of(Event.SlipQueued e) {
    return new PendingSlip(e.job(), e.printer(), e.ticket(), e.reprint(), e.language(), e.at());
  }

  static PendingSlip of(Event.ListQueued e) {
    return new PendingSlip(
        e.job(), e.printer(), null, false, e.language(), e.at(), e.item(), null, null, null);
  }

  static PendingSlip of(Event.TestPageQueued e) {
    return new PendingSlip(
        e.job(), e.printer(), null, false, e.language(), e.at(), null, null, null, null);
  }

  static PendingSlip of(Event.NoticeQueued e) {
    return new PendingSlip(
        e.job(),
        e.printer(),
        null,
        e.reprint(),
        e.language(),
        e.at(),
        null,
        e.notice(),
        e.copy(),
        null);
  }

  static PendingSlip of(Event.ReportQueued e) {
    return new PendingSlip(
        e.job(), e.printer(), null, false, e.language(), e.at(), null, null, null, e.figures());
  }
}
