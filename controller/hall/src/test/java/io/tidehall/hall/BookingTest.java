package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.booking.Slot;
import io.tidehall.hall.booking.Slots;
import io.tidehall.hall.plan.LineId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots, quotas, moving and cancelling, and what a missed booking leads to. */
class BookingTest {
  private static final Actor PLATFORM = Actor.platform();

  private final HallStory hall = HallStory.withOneWindow(Layout.small().withBookings(2));

  static Command.Book book(String id, String line, String from, String person) {
    return new Command.Book(
        id, new LineId(line), List.of(), LocalDateTime.parse(from), person, 1234);
  }

  @Test
  void slotsFollowEachOtherFromEachOpeningAsLongAsTheyFit() {
    List<Slot> slots = Slots.on(hall.state().plan(), LocalDate.parse("2026-11-24"));
    assertEquals(14, slots.size());
    assertEquals("2026-11-24T08:30", slots.getFirst().from().toString());
    assertEquals("2026-11-24T12:00", slots.get(6).to().toString());
    assertEquals("2026-11-24T14:00", slots.get(7).from().toString());
    assertTrue(Slots.on(hall.state().plan(), LocalDate.parse("2026-11-28")).isEmpty());
  }

  @Test
  void aTrialHallHasSlotsRoundTheClock() {
    HallStory trial = HallStory.withOneWindow(Layout.small().withBookings(2).onTrial());
    assertEquals(48, Slots.on(trial.state().plan(), LocalDate.parse("2026-11-28")).size());
  }

  @Test
  void aBookingGetsACodeThatNoOtherOfItsDayHas() {
    hall.does(book("p1", "A", "2026-11-24T09:00", "one"));
    hall.does(book("p2", "A", "2026-11-24T09:00", "two"));
    hall.does(book("p3", "A", "2026-11-25T09:00", "one"));
    assertEquals("1234", booking("p1").code());
    assertEquals("1235", booking("p2").code());
    assertEquals("1234", booking("p3").code());
  }

  @Test
  void theSameOnceMoreChangesNothing() {
    hall.does(book("p1", "A", "2026-11-24T09:00", "one"));
    assertEquals(List.of(), hall.does(book("p1", "A", "2026-11-24T09:00", "one")));
  }

  @Test
  void aSlotOfALineTakesItsQuotaAndNoMore() {
    hall.does(book("p1", "A", "2026-11-24T09:00", "one"));
    hall.does(book("p2", "A", "2026-11-24T09:00", "two"));
    hall.refuses(Refusal.SLOT_FULL, book("p3", "A", "2026-11-24T09:00", "three"));
    hall.does(book("p3", "B", "2026-11-24T09:00", "three"));
    hall.does(new Command.CancelBooking("p1"));
    hall.does(book("p4", "A", "2026-11-24T09:00", "four"));
  }

  @Test
  void onlyWhatTheHallOffersCanBeBooked() {
    hall.refuses(Refusal.UNKNOWN_LINE, book("p1", "X", "2026-11-24T09:00", "one"));
    hall.refuses(Refusal.BOOKING_OFF, book("p1", "C", "2026-11-24T09:00", "one"));
    hall.refuses(Refusal.NO_SLOT, book("p1", "A", "2026-11-24T09:10", "one"));
    hall.refuses(Refusal.NO_SLOT, book("p1", "A", "2026-11-24T12:30", "one"));
    hall.refuses(Refusal.NO_SLOT, book("p1", "A", "2026-11-28T09:00", "one"));
    hall.refuses(Refusal.SLOT_PAST, book("p1", "A", "2026-11-23T09:00", "one"));
    hall.does(book("p1", "A", "2026-11-23T09:30", "one"));
    HallStory without = HallStory.withOneWindow(Layout.small());
    without.refuses(Refusal.BOOKING_OFF, book("p1", "A", "2026-11-24T09:00", "one"));
  }

  @Test
  void fiveOpeningDaysAheadAreOnOfferOverAWeekend() {
    hall.does(book("p1", "A", "2026-11-30T09:00", "one"));
    hall.refuses(Refusal.TOO_FAR_AHEAD, book("p2", "A", "2026-12-01T09:00", "two"));
  }

  @Test
  void aPersonBooksOnceADay() {
    hall.does(book("p1", "A", "2026-11-24T09:00", "one"));
    hall.refuses(Refusal.ALREADY_BOOKED, book("p2", "B", "2026-11-24T15:00", "one"));
    hall.does(book("p2", "B", "2026-11-25T15:00", "one"));
  }

  @Test
  void aBookingMovesWhileItMayStillBeCancelled() {
    hall.does(book("p1", "A", "2026-11-23T14:00", "one"));
    hall.does(book("p1", "A", "2026-11-23T15:00", "one"));
    assertEquals("1234", booking("p1").code());
    hall.at("13:00");
    hall.does(book("p1", "A", "2026-11-23T16:00", "one"));
    hall.at("14:01");
    hall.refuses(Refusal.CANCEL_TOO_LATE, book("p1", "A", "2026-11-23T17:00", "one"));
    assertEquals("2026-11-23T16:00", booking("p1").from().toString());
  }

  @Test
  void aBookingIsCancelledTwoHoursBeforeItsSlotAtTheLatest() {
    hall.does(book("p1", "A", "2026-11-23T11:30", "one"));
    hall.does(book("p2", "A", "2026-11-23T11:30", "two"));
    hall.at("09:30");
    hall.does(new Command.CancelBooking("p1"));
    assertEquals(List.of(), hall.does(new Command.CancelBooking("p1")));
    hall.seconds(1);
    hall.refuses(Refusal.CANCEL_TOO_LATE, new Command.CancelBooking("p2"));
    hall.refuses(Refusal.UNKNOWN_BOOKING, new Command.CancelBooking("p9"));
    hall.refuses(Refusal.BOOKING_OVER, book("p1", "A", "2026-11-23T11:30", "one"));
  }

  @Test
  void manyAreBookedTogetherOrNoneIs() {
    Command.Book good = book("p1", "A", "2026-11-24T09:00", "one");
    Command.Book bad = book("p2", "A", "2026-11-24T09:10", "two");
    hall.refuses(Refusal.NO_SLOT, new Command.BookAll(List.of(good, bad)));
    assertTrue(hall.state().bookings().find("p1").isEmpty());
    Command all = new Command.BookAll(List.of(good, book("p2", "A", "2026-11-24T09:00", "two")));
    assertEquals(2, hall.does(all).size());
    assertEquals(List.of(), hall.does(all));
  }

  @Test
  void whoMissesThreeInThirtyDaysMayNotBookForThirtyDays() {
    for (String day : List.of("2026-11-24", "2026-11-25", "2026-11-26")) {
      hall.does(book("m-" + day, "A", day + "T09:00", "one"));
      hall.on(day, "08:00");
      hall.does(new Command.PassTime());
      hall.on(LocalDate.parse(day).plusDays(1).toString(), "08:00");
      hall.does(new Command.PassTime());
    }
    hall.refuses(Refusal.BOOKING_BLOCKED, book("p1", "A", "2026-11-27T15:00", "one"));
    hall.does(book("p2", "A", "2026-11-27T15:00", "two"));
    hall.on("2026-12-26", "23:00");
    hall.refuses(Refusal.BOOKING_BLOCKED, book("p3", "A", "2026-12-28T09:00", "one"));
    hall.on("2026-12-27", "08:00");
    hall.does(book("p3", "A", "2026-12-28T09:00", "one"));
  }

  @Test
  void aDayOnWhichTheHallWasNotThereIsNotHeldAgainstAnybody() {
    hall.does(book("p1", "A", "2026-11-25T09:00", "one"));
    hall.on("2026-11-27", "09:00");
    hall.does(new Command.PassTime());
    assertEquals(
        List.of(new Event.BookingMissed("p1", false)),
        hall.journal().getLast().events().stream()
            .filter(Event.BookingMissed.class::isInstance)
            .toList());
    assertTrue(hall.state().bookings().misses().isEmpty());
    assertTrue(hall.state().bookings().byId().isEmpty());
  }

  @Test
  void thePlatformIsNamedInTheJournal() {
    hall.asks(PLATFORM, book("p1", "A", "2026-11-24T09:00", "one"));
    assertEquals(PLATFORM, hall.journal().getLast().actor());
  }

  private Booking booking(String id) {
    return hall.state().bookings().find(id).orElseThrow();
  }
}
