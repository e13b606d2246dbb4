package io.tidehall.server.readmodel;

import io.tidehall.hall.Event;

/** Bookings and what became of them, without whose they were. */
final class BookingRows {
  private BookingRows() {}

  static void made(Writing to, Event.BookingMade e) {
    to.run(
        """
        MERGE INTO bookings (booking, line, slot_day, slot_from, slot_to, stage, made_at)
        KEY (booking) VALUES (?, ?, ?, ?, ?, 'BOOKED', ?)
        """,
        e.booking(),
        e.line(),
        e.from().toLocalDate(),
        e.from().toLocalTime(),
        e.to().toLocalTime(),
        to.at());
  }

  static void cancelled(Writing to, Event.BookingCancelled e) {
    to.run(
        "UPDATE bookings SET stage = 'CANCELLED', ended_at = ? WHERE booking = ?",
        to.at(),
        e.booking());
  }

  static void checkedIn(Writing to, Event.BookingCheckedIn e) {
    to.run(
        "UPDATE bookings SET stage = ?, slot_day = ?, ticket = ?, ended_at = ? WHERE booking = ?",
        e.late() ? "LATE" : "IN_TIME",
        to.day(),
        e.ticket(),
        to.at(),
        e.booking());
  }

  static void missed(Writing to, Event.BookingMissed e) {
    to.run(
        "UPDATE bookings SET stage = ?, ended_at = ? WHERE booking = ?",
        e.counts() ? "MISSED" : "LAPSED",
        to.at(),
        e.booking());
  }
}
