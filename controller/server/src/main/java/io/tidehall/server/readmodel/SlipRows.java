package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;

/** Slips and how their printing ended. */
final class SlipRows {
  private SlipRows() {}

  static void queued(Writing to, Event.SlipQueued e) {
    to.run(
        """
        INSERT INTO slips (job, hall_day, ticket, printer, reprint, language, queued_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        e.job(),
        to.day(),
        e.ticket(),
        e.printer(),
        e.reprint(),
        e.language(),
        e.at());
  }

  static void ended(Writing to, Event.SlipEnded e) {
    to.run(
        "UPDATE slips SET ended_at = ?, ending = ?, detail = ? WHERE job = ?",
        to.at(),
        e.end(),
        e.detail(),
        e.job());
  }
}
