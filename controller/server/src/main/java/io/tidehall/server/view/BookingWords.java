package io.tidehall.server.view;

import io.tidehall.hall.Decision;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Refusal;
import io.tidehall.hall.booking.Booking;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import java.time.LocalDateTime;
import java.util.Set;

/** What is said to somebody who booked and has not come at the right time. */
public final class BookingWords {
  private static final Set<Refusal> TIMED = Set.of(Refusal.TOO_EARLY, Refusal.WRONG_DAY);

  private BookingWords() {}

  /**
   * Why a booking cannot be checked in now, with the times that help.
   *
   * @param text the id or code that was given
   */
  public static Text refusal(HallState state, String text, Decision.Refused no) {
    return state
        .bookings()
        .meant(state.plan(), state.day(), text)
        .filter(_ -> TIMED.contains(no.refusal()))
        .map(booking -> timed(state, booking, no.refusal()))
        .orElseGet(() -> Words.refusal(no.refusal()));
  }

  private static Text timed(HallState state, Booking booking, Refusal refusal) {
    LocalDateTime opens = booking.from().minus(state.plan().rules().bookings().early());
    return Words.text(
        "booking." + refusal.name(),
        new TicketView.Booked(booking.from().toLocalTime(), booking.to().toLocalTime(), false)
            .hours(),
        TicketView.Booked.hour(opens.toLocalTime()),
        booking.from().toLocalDate());
  }
}
