package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Tickets, and how they waited, were called and were served. */
final class TicketRows {
  /** A held service gets its last stretch of held time. */
  private static final String RESUME =
      "held_seconds = held_seconds + COALESCE(EXTRACT(EPOCH FROM"
          + " (CAST(? AS TIMESTAMP(9) WITH TIME ZONE) - held_since)), 0), held_since = NULL";

  private TicketRows() {}

  /** The latest wait of a ticket; open while it still waits. */
  private record Latest(LineId line, boolean open, String cause, Instant since, Lane lane) {}

  static void issued(Writing to, Event.TicketIssued e) {
    Outlook outlook = e.outlook();
    to.run(
        """
        INSERT INTO tickets (ticket, hall_day, number, line, green, issued_at, outlook_low,
            outlook_high, ahead) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        e.ticket(),
        to.day(),
        e.ticket().number(),
        e.line(),
        e.greenReason(),
        to.at(),
        outlook == null ? null : outlook.low(),
        outlook == null ? null : outlook.high(),
        e.ahead());
    Promise promise = e.promise();
    if (promise != null) {
      to.run(
          """
          UPDATE tickets SET raw_low = ?, raw_median = ?, raw_high = ?, held_low = ?,
              held_median = ?, held_high = ?, told = ? WHERE ticket = ?
          """,
          promise.raw().low(),
          promise.raw().median(),
          promise.raw().high(),
          promise.held().low(),
          promise.held().median(),
          promise.held().high(),
          promise.told(),
          e.ticket());
    }
    // Who comes early for a booking is not kept waiting before its slot.
    Booked booked = e.booked();
    Instant since = booked != null && booked.from().isAfter(to.at()) ? booked.from() : to.at();
    waits(to, e.ticket(), "ISSUED", e.line(), Lane.of(e.line()), since);
  }

  static void called(Writing to, Event.TicketCalled e) {
    to.run(
        "UPDATE waits SET to_at = ?, ending = 'CALLED', window_id = ?"
            + " WHERE ticket = ? AND to_at IS NULL",
        to.at(),
        e.window(),
        e.ticket());
    to.run(
        """
        INSERT INTO calls (ticket, nth, hall_day, line, window_id, clerk, at, last_at, times,
            policy, rule, zh, en)
        SELECT ?, COUNT(*) + 1, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ? FROM calls WHERE ticket = ?
        """,
        e.ticket(),
        to.day(),
        e.line(),
        e.window(),
        e.clerk(),
        to.at(),
        to.at(),
        e.reason().policy(),
        e.reason().rule(),
        e.reason().zh(),
        e.reason().en(),
        e.ticket());
  }

  static void recalled(Writing to, Event.TicketRecalled e) {
    open(to, "times = ?, last_at = ?", e.times(), to.at(), e.ticket());
  }

  static void missed(Writing to, Event.TicketMissed e) {
    open(to, "missed_at = ?", to.at(), e.ticket());
  }

  static void started(Writing to, Event.ServiceStarted e) {
    to.run(
        """
        INSERT INTO services (service, hall_day, ticket, line, window_id, clerk, called_at,
            started_at)
        SELECT ?, ?, ?, ?, ?, ?, at, ? FROM calls
        WHERE ticket = ? AND arrived_at IS NULL AND missed_at IS NULL
        """,
        e.service(),
        to.day(),
        e.ticket(),
        e.line(),
        e.window(),
        e.clerk(),
        to.at(),
        e.ticket());
    open(to, "arrived_at = ?", to.at(), e.ticket());
  }

  static void finished(Writing to, Event.ServiceFinished e) {
    to.run(
        "UPDATE services SET finished_day = ?, finished_at = ?, window_id = ?, clerk = ?,"
            + " outcome = ?, reason = ? WHERE service = ?",
        to.day(),
        to.at(),
        e.window(),
        e.clerk(),
        e.outcome(),
        e.reason(),
        e.service());
    ended(to, e.ticket(), "FINISHED", null);
  }

  static void held(Writing to, Event.ServiceHeld e) {
    to.run("UPDATE services SET held_since = ? WHERE service = ?", to.at(), e.service());
  }

  static void resumed(Writing to, Event.ServiceResumed e) {
    to.run(
        "UPDATE services SET " + RESUME + ", window_id = ?, clerk = ? WHERE service = ?",
        to.at(),
        e.window(),
        e.clerk(),
        e.service());
  }

  static void requeued(Writing to, Event.TicketRequeued e) {
    Latest latest = latest(to, e.ticket());
    if (latest.open()) {
      to.run(
          "UPDATE waits SET to_at = ?, ending = 'MOVED' WHERE ticket = ? AND to_at IS NULL",
          to.at(),
          e.ticket());
      waits(to, e.ticket(), latest.cause(), latest.line(), e.lane(), latest.since());
    } else {
      waits(to, e.ticket(), "REQUEUED", latest.line(), e.lane(), to.at());
    }
  }

  /** The wait so far counts for nothing: it was the holder who made it longer. */
  static void delayed(Writing to, Event.TicketDelayed e) {
    Latest latest = latest(to, e.ticket());
    to.run(
        "UPDATE waits SET to_at = ?, ending = 'DELAYED' WHERE ticket = ? AND to_at IS NULL",
        to.at(),
        e.ticket());
    waits(to, e.ticket(), "DELAYED", latest.line(), latest.lane(), to.at());
  }

  private static Latest latest(Writing to, TicketId ticket) {
    return to.handle()
        .createQuery(
            """
            SELECT line, to_at IS NULL, cause, since_at, lane_kind, lane FROM waits
            WHERE ticket = ? ORDER BY nth DESC FETCH FIRST ROW ONLY
            """)
        .bind(0, ticket.value())
        .map(
            (row, _) ->
                new Latest(
                    new LineId(row.getString(1)),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    new Lane(Lane.Kind.valueOf(row.getString(5)), row.getString(6))))
        .one();
  }

  static void transferred(Writing to, Event.TicketTransferred e) {
    endService(to, e.ticket(), "TRANSFERRED", e.mode());
    Instant notBefore = e.notBefore();
    waits(
        to, e.ticket(), "TRANSFERRED", e.line(), e.lane(), notBefore == null ? to.at() : notBefore);
  }

  static void voided(Writing to, Event.TicketVoided e) {
    to.run(
        "UPDATE waits SET to_at = ?, ending = 'VOID' WHERE ticket = ? AND to_at IS NULL",
        to.at(),
        e.ticket());
    endService(to, e.ticket(), "VOID", e.reason());
    ended(to, e.ticket(), "VOID", e.reason());
  }

  private static void endService(Writing to, TicketId ticket, String outcome, String reason) {
    to.run(
        "UPDATE services SET "
            + RESUME
            + ", finished_day = ?, finished_at = ?, outcome = ?, reason = ?"
            + " WHERE ticket = ? AND finished_at IS NULL",
        to.at(),
        to.day(),
        to.at(),
        outcome,
        reason,
        ticket);
  }

  private static void ended(Writing to, TicketId ticket, String ending, @Nullable String why) {
    to.run(
        "UPDATE tickets SET ended_day = ?, ended_at = ?, ending = ?, void_reason = ?"
            + " WHERE ticket = ?",
        to.day(),
        to.at(),
        ending,
        why,
        ticket);
  }

  private static void waits(
      Writing to, TicketId ticket, String cause, LineId line, Lane lane, Instant since) {
    to.run(
        """
        INSERT INTO waits (ticket, nth, hall_day, cause, line, lane_kind, lane, since_at,
            from_at)
        SELECT ?, COUNT(*) + 1, ?, ?, ?, ?, ?, ?, ? FROM waits WHERE ticket = ?
        """,
        ticket,
        to.day(),
        cause,
        line,
        lane.kind(),
        lane.id(),
        since,
        to.at(),
        ticket);
  }

  /** Changes the call that has led to nothing yet; the last argument is its ticket. */
  private static void open(Writing to, String change, Object... arguments) {
    to.run(
        "UPDATE calls SET "
            + change
            + " WHERE ticket = ? AND arrived_at IS NULL AND missed_at IS NULL",
        arguments);
  }
}
