package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;

/** Ratings; a row is made when a service may be rated. */
final class RatingRows {
  private RatingRows() {}

  static void invited(Writing to, Event.RatingInvited e) {
    to.run(
        "INSERT INTO ratings (service, hall_day, window_id, clerk, item, invited_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        e.service(),
        to.day(),
        e.window(),
        e.clerk(),
        e.item(),
        to.at());
  }

  static void rated(Writing to, Event.ServiceRated e) {
    to.run(
        "UPDATE ratings SET level = ?, reasons = ?, text = ?, channel = ?, at = ?"
            + " WHERE service = ?",
        e.level(),
        String.join(",", e.reasons()),
        e.text(),
        e.channel(),
        to.at(),
        e.service());
  }

  static void silent(Writing to, Event.RatingSilent e) {
    to.run("UPDATE ratings SET silent = TRUE WHERE service = ?", e.service());
  }

  static void closed(Writing to, Event.RatingClosed e) {
    to.run("UPDATE ratings SET closed_at = ? WHERE service = ?", to.at(), e.service());
  }
}
