package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;
import io.tidehall.hall.notice.Notice;

/** Notices with all they told, and how the printing of their copies ended. */
final class NoticeRows {
  private NoticeRows() {}

  static void issued(Writing to, Event.NoticeIssued e) {
    Notice notice = e.notice();
    to.run(
        """
        INSERT INTO notices (number, hall_day, at, outcome, ticket, line, service, window_id, clerk,
            items, reason, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        notice.number(),
        to.day(),
        to.at(),
        notice.outcome(),
        notice.ticket(),
        notice.line(),
        notice.service(),
        notice.window(),
        notice.clerk(),
        String.join(",", notice.items()),
        notice.reason(),
        notice.due());
    for (int i = 0; i < notice.list().size(); i++) {
      to.run(
          "INSERT INTO notice_points (notice, nth, text) VALUES (?, ?, ?)",
          notice.number(),
          i + 1,
          notice.list().get(i));
    }
  }

  static void queued(Writing to, Event.NoticeQueued e) {
    to.run(
        """
        INSERT INTO notice_copies (job, notice, copy, printer, reprint, queued_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        e.job(),
        e.notice(),
        e.copy(),
        e.printer(),
        e.reprint(),
        e.at());
  }

  static void ended(Writing to, Event.SlipEnded e) {
    to.run(
        "UPDATE notice_copies SET ended_at = ?, ending = ?, detail = ? WHERE job = ?",
        to.at(),
        e.end(),
        e.detail(),
        e.job());
  }
}
