package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever booked is here: one step makes the booking a ticket. Within its limits it counts as old
 * as its slot, whenever it is checked in; after them it is a walk-in's, from now.
 */
final class CheckingIn {
  /** The letter after a line's own in the numbers of bookings. */
  private static final String MARK = "P";

  private CheckingIn() {}

  static Decision checkIn(Draft draft, Command.CheckIn command) {
    HallState state = draft.state();
    Booking booking =
        state.bookings().meant(state.plan(), state.day(), command.booking()).orElse(null);
    if (booking == null) {
      return BookingDesk.unknown(command.booking());
    }
    Optional<Decision.Refused> no = notNow(draft, booking);
    if (no.isPresent()) {
      return no.get();
    }
    Line line = state.plan().findLine(booking.line()).orElse(null);
    if (line == null) {
      return refused(
          Refusal.UNKNOWN_LINE,
          "Expected a line of this hall, but there is no line %s any more",
          booking.line());
    }
    Instant from = BookingDesk.instant(state.plan(), booking.from());
    Instant to = BookingDesk.instant(state.plan(), booking.to());
    boolean late = draft.now().isAfter(to.plus(state.plan().rules().bookings().late()));
    var booked = new Booked(booking.id(), from, to, late);
    // A promised place needs no quota; who is late takes what a walk-in can take.
    Optional<Decision.Refused> shut =
        late ? Issuing.shut(draft, line) : Issuing.unserved(state, line);
    if (shut.isPresent()) {
      return shut.get();
    }
    Optional<Decision.Refused> elsewhere =
        Together.refusal(state, line, booking.items())
            .or(() -> Issuing.queuing(state, line, booking.items(), booking.person()));
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    issue(draft, command, booking, line, booked);
    return draft.accepted();
  }

  private static void issue(
      Draft draft, Command.CheckIn command, Booking booking, Line line, Booked booked) {
    for (TicketId spent : Issuing.livesOf(draft.state(), line, booking.items(), booking.person())) {
      draft.emit(new Event.TicketVoided(spent, Issuing.REPLACED));
    }
    HallState state = draft.state();
    boolean early = draft.now().isBefore(booked.from());
    TicketId id = Numbers.next(state, booked.late() ? line.prefix() : line.prefix() + MARK);
    Instant since = booked.late() ? draft.now() : booked.from();
    var rank =
        new Rank(
            since.minus(PriorityClass.of(null, booked).headStart(state.plan().rules())),
            state.order() + 1);
    draft.emit(
        new Event.TicketIssued(
            id,
            line.id(),
            booking.items(),
            null,
            booking.person(),
            rank,
            PeopleAhead.of(state, line.id(), rank),
            // Others may go first until the slot begins: a range would promise too much.
            early ? null : state.outlook(line.id(), rank).orElse(null),
            booked.late() ? command.promise() : null,
            booked));
    draft.emit(new Event.BookingCheckedIn(booking.id(), id, booked.late()));
    String printer = command.printer();
    if (printer != null) {
      draft.emit(Issuing.slip(draft, id, printer, false, command.language()));
    }
  }

  /** Why a booking cannot be checked in now; empty when it can. */
  private static Optional<Decision.Refused> notNow(Draft draft, Booking booking) {
    HallPlan plan = draft.state().plan();
    BookingPlan rules = plan.rules().bookings();
    return switch (booking.stage()) {
      case CHECKED_IN -> Optional.of(again(draft.state(), booking));
      case CANCELLED, MISSED -> Optional.of(over(booking, booking.ticket()));
      case BOOKED -> {
        if (!Slots.dayOf(plan, booking.from()).equals(draft.state().day())) {
          yield Optional.of(
              refused(
                  Refusal.WRONG_DAY,
                  "Expected a booking of %s, but %s is for %s",
                  draft.state().day(),
                  booking.id(),
                  booking.from()));
        }
        Instant opens = BookingDesk.instant(plan, booking.from()).minus(rules.early());
        yield draft.now().isBefore(opens)
            ? Optional.of(
                refused(
                    Refusal.TOO_EARLY,
                    "Expected at most %d minutes until the slot of %s at %s, but there are more",
                    rules.early().toMinutes(),
                    booking.id(),
                    booking.from()))
            : Optional.empty();
      }
    };
  }

  /** A second check-in leads to the ticket that the first one gave. */
  private static Decision.Refused again(HallState state, Booking booking) {
    TicketId ticket = booking.ticket();
    return ticket != null && state.findTicket(ticket).isPresent()
        ? refused(
            Refusal.ALREADY_QUEUING,
            ticket,
            "Expected a booking that is not checked in, but %s is, as %s",
            booking.id(),
            ticket.number())
        : over(booking, ticket);
  }

  private static Decision.Refused over(Booking booking, @Nullable TicketId ticket) {
    return refused(
        Refusal.BOOKING_OVER,
        ticket,
        "Expected a booking that still stands, but %s is %s",
        booking.id(),
        BookingDesk.word(booking));
  }
}
