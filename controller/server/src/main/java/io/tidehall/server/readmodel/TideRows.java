package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.tide.TideWish;

/** What the tide did and who let it. */
final class TideRows {
  private TideRows() {}

  static void proposed(Writing to, Event.TideProposed e) {
    write(
        to,
        e.window(),
        "PROPOSED",
        e.proposal().act(),
        e.proposal().reason(),
        "",
        e.proposal().id());
  }

  static void ended(Writing to, Event.TideProposalEnded e) {
    to.run(
        """
        INSERT INTO tide_events (hall_day, at, window_id, what, rule, reason_zh, reason_en, actor,
            proposal) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)
        """,
        to.day(),
        to.at(),
        e.window(),
        e.end(),
        e.reason(),
        e.reason(),
        e.by(),
        e.proposal());
  }

  static void turned(Writing to, Event.TideTurned e) {
    String what = e.act() == TideWish.Act.OPEN ? "OPENED" : "CLOSED";
    write(to, e.window(), what, e.act(), e.reason(), e.by(), e.proposal());
  }

  private static void write(
      Writing to,
      io.tidehall.hall.plan.WindowId window,
      String what,
      TideWish.Act act,
      TideReason reason,
      String by,
      String proposal) {
    to.run(
        """
        INSERT INTO tide_events (hall_day, at, window_id, what, act, rule, reason_zh, reason_en,
            actor, proposal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        to.day(),
        to.at(),
        window,
        what,
        act,
        reason.rule(),
        reason.zh(),
        reason.en(),
        by,
        proposal);
  }
}
