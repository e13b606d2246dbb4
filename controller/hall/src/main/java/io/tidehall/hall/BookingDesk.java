package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.booking.Bookings;
import io.tidehall.hall.booking.Slot;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking, moving and cancelling bookings (预约). */
final class BookingDesk {
  private BookingDesk() {}

  static Decision book(Draft draft, Command.Book command) {
    Optional<Decision.Refused> no = refusal(draft, command);
    return no.isPresent() ? no.get() : draft.accepted();
  }

  static Decision bookAll(Draft draft, Command.BookAll command) {
    for (Command.Book one : command.bookings()) {
      Optional<Decision.Refused> no = refusal(draft, one);
      if (no.isPresent()) {
        return no.get();
      }
    }
    return draft.accepted();
  }

  static Decision cancel(Draft draft, Command.CancelBooking command) {
    Booking booking = draft.state().bookings().find(command.booking()).orElse(null);
    if (booking == null) {
      return unknown(command.booking());
    }
    if (booking.stage() == Booking.Stage.CANCELLED) {
      return draft.accepted();
    }
    Optional<Decision.Refused> fixed = fixed(draft, booking);
    if (fixed.isPresent()) {
      return fixed.get();
    }
    draft.emit(new Event.BookingCancelled(booking.id()));
    return draft.accepted();
  }

  /** The hall's day has ended: whoever did not come has missed the booking. */
  static void endDay(Draft draft, LocalDate today) {
    HallState state = draft.state();
    for (Booking booking : List.copyOf(state.bookings().byId().values())) {
      LocalDate its = Slots.dayOf(state.plan(), booking.from());
      if (booking.stage() == Booking.Stage.BOOKED && its.isBefore(today)) {
        // Nobody could come to a hall that was not there.
        draft.emit(new Event.BookingMissed(booking.id(), its.equals(state.day())));
      }
    }
  }

  static Decision.Refused unknown(String booking) {
    return refused(
        Refusal.UNKNOWN_BOOKING,
        "Expected a booking of today or later, but there is no '%s'",
        booking);
  }

  /** Books, unless something stands against it. */
  private static Optional<Decision.Refused> refusal(Draft draft, Command.Book command) {
    HallState state = draft.state();
    Booking known = state.bookings().find(command.booking()).orElse(null);
    if (known != null && same(known, command) && known.standing()) {
      return Optional.empty();
    }
    if (known != null) {
      Optional<Decision.Refused> fixed = fixed(draft, known);
      if (fixed.isPresent()) {
        return fixed;
      }
    }
    Optional<Decision.Refused> no = notOffered(draft, command);
    return no.isPresent() ? no : place(draft, command, known);
  }

  private static boolean same(Booking known, Command.Book command) {
    return known.line().equals(command.line())
        && known.items().equals(command.items())
        && known.from().equals(command.from())
        && known.person().equals(command.person());
  }

  /** Why a booking can be neither moved nor cancelled; empty when it can. */
  private static Optional<Decision.Refused> fixed(Draft draft, Booking booking) {
    if (booking.stage() != Booking.Stage.BOOKED) {
      return Optional.of(
          refused(
              Refusal.BOOKING_OVER,
              booking.ticket(),
              "Expected a booking that still stands, but %s is %s",
              booking.id(),
              word(booking)));
    }
    HallPlan plan = draft.state().plan();
    Instant last = instant(plan, booking.from()).minus(plan.rules().bookings().cancelBefore());
    return draft.now().isAfter(last)
        ? Optional.of(
            refused(
                Refusal.CANCEL_TOO_LATE,
                "Expected at least %d minutes until the slot of %s at %s, but there are fewer",
                plan.rules().bookings().cancelBefore().toMinutes(),
                booking.id(),
                booking.from()))
        : Optional.empty();
  }

  /** Why such a booking is not to be had at all, whoever asks. */
  private static Optional<Decision.Refused> notOffered(Draft draft, Command.Book command) {
    HallState state = draft.state();
    Line line = state.plan().findLine(command.line()).orElse(null);
    if (line == null) {
      return Optional.of(
          refused(
              Refusal.UNKNOWN_LINE,
              "Expected a line of this hall, but there is no line %s",
              command.line()));
    }
    if (state.plan().rules().bookings().quota(line.id()) == 0) {
      return Optional.of(
          refused(
              Refusal.BOOKING_OFF,
              "Expected a line that can be booked, but rules.bookings gives line %s no places",
              line.id()));
    }
    Optional<Decision.Refused> apart = Together.refusal(state, line, command.items());
    return apart.isPresent() ? apart : outOfTime(draft, command);
  }

  private static Optional<Decision.Refused> outOfTime(Draft draft, Command.Book command) {
    HallPlan plan = draft.state().plan();
    if (Slots.find(plan, command.from()).isEmpty()) {
      return Optional.of(
          refused(
              Refusal.NO_SLOT,
              "Expected the beginning of a slot of this hall, but none begins at %s",
              command.from()));
    }
    if (!instant(plan, command.from()).isAfter(draft.now())) {
      return Optional.of(
          refused(
              Refusal.SLOT_PAST,
              "Expected a slot that is still to come, but %s is over",
              command.from()));
    }
    List<LocalDate> days = Slots.days(plan, plan.dayAt(draft.now()));
    return Slots.dayOf(plan, command.from()).isAfter(days.getLast())
        ? Optional.of(
            refused(
                Refusal.TOO_FAR_AHEAD,
                "Expected a slot until %s, but %s is later",
                days.getLast(),
                command.from()))
        : Optional.empty();
  }

  /** Gives the person a place in the slot, if both allow it. */
  private static Optional<Decision.Refused> place(
      Draft draft, Command.Book command, @Nullable Booking known) {
    HallPlan plan = draft.state().plan();
    BookingPlan rules = plan.rules().bookings();
    Bookings bookings = draft.state().bookings();
    LocalDate day = Slots.dayOf(plan, command.from());
    Optional<LocalDate> until =
        bookings.blockedUntil(rules, command.person(), plan.dayAt(draft.now()));
    if (until.isPresent()) {
      return Optional.of(
          refused(
              Refusal.BOOKING_BLOCKED,
              "Expected fewer than %d missed bookings in %d days, but the person may not book before %s",
              rules.misses(),
              rules.missDays(),
              until.get()));
    }
    for (Booking other : bookings.on(plan, day)) {
      if (other.standing()
          && other.person().equals(command.person())
          && !other.id().equals(command.booking())) {
        return Optional.of(
            refused(
                Refusal.ALREADY_BOOKED,
                "Expected no other booking of the person on %s, but there is %s",
                day,
                other.id()));
      }
    }
    boolean stays =
        known != null && known.line().equals(command.line()) && known.from().equals(command.from());
    int quota = rules.quota(command.line());
    Optional<String> code =
        known != null && Slots.dayOf(plan, known.from()).equals(day)
            ? Optional.of(known.code())
            : bookings.freeCode(plan, day, command.draw());
    if (code.isEmpty() || (!stays && bookings.taken(command.line(), command.from()) >= quota)) {
      return Optional.of(
          refused(
              Refusal.SLOT_FULL,
              "Expected a free place of line %s at %s, but all %d are taken",
              command.line(),
              command.from(),
              quota));
    }
    Slot slot = Slots.find(plan, command.from()).orElseThrow();
    draft.emit(
        new Event.BookingMade(
            command.booking(),
            command.line(),
            command.items(),
            slot.from(),
            slot.to(),
            command.person(),
            code.get()));
    return Optional.empty();
  }

  static String word(Booking booking) {
    return switch (booking.stage()) {
      case BOOKED -> "booked for " + booking.from();
      case CHECKED_IN -> "checked in";
      case CANCELLED -> "cancelled";
      case MISSED -> "missed";
    };
  }

  static Instant instant(HallPlan plan, LocalDateTime local) {
    return local.atZone(ZoneId.of(plan.zone())).toInstant();
  }
}
