package io.tidehall.hall.booking;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.TicketId;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking of one person for one slot of a line.
 *
 * @param id by which the province's platform, or the hall's own page, knows it; unique for ever
 * @param person keyed hash of the person's number; nothing else of the person is known
 * @param code four digits, given to no other booking of that day
 * @param ticket the ticket it became, once it is checked in
 */
public record Booking(
    String id,
    LineId line,
    List<String> items,
    LocalDateTime from,
    LocalDateTime to,
    String person,
    String code,
    Stage stage,
    @Nullable TicketId ticket) {
  public Booking {
    items = List.copyOf(items);
  }

  /** Where a booking is in its life. */
  public enum Stage {
    BOOKED,
    CHECKED_IN,
    CANCELLED,
    /** Its day ended and nobody came. */
    MISSED
  }

  /** Whether it takes a place in its slot. */
  public boolean standing() {
    return stage == Stage.BOOKED || stage == Stage.CHECKED_IN;
  }

  public Booking with(Stage next) {
    return new Booking(id, line, items, from, to, person, code, next, ticket);
  }

  public Booking checkedIn(TicketId its) {
    return new Booking(id, line, items, from, to, person, code, Stage.CHECKED_IN, its);
  }
}
