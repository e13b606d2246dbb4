package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever booked is here: one step, and never a second queue. */
class CheckInTest {
  private final HallStory hall = HallStory.withOneWindow(Layout.small().withBookings(2));

  static Command checkIn(String booking) {
    return new Command.CheckIn(booking, "printer", "zh-CN", null);
  }

  @Test
  void itsCodeOrItsIdMakesABookingATicketOfItsOwnKind() {
    books("p1", "10:00", "one");
    hall.at("09:50");
    Ticket ticket = checksIn("1234");
    assertEquals("AP001", ticket.number());
    assertEquals(PriorityClass.BOOKED, ticket.priority());
    assertEquals("one", ticket.person());
    assertEquals(
        Booking.Stage.CHECKED_IN, hall.state().bookings().find("p1").orElseThrow().stage());
    assertEquals(1, hall.state().slips().size());
    books("p2", "10:30", "two");
    hall.at("10:20");
    assertEquals("AP002", checksIn("p2").number());
  }

  @Test
  void itsAgeCountsFromItsSlot() {
    books("p1", "09:30", "one");
    hall.at("09:10");
    checksIn("p1");
    hall.at("09:20");
    TicketId before = hall.takes("A");
    hall.at("09:40");
    TicketId after = hall.takes("A");
    assertEquals(Optional.of(before), hall.calls("1"));
    hall.arrives("1");
    hall.finishes("1");
    assertEquals("AP001", hall.calls("1").orElseThrow().number());
    assertTrue(hall.alive(after));
  }

  @Test
  void whoComesLateWithinTheLimitIsAsOldAsTheSlot() {
    books("p1", "09:30", "one");
    hall.at("09:35");
    hall.takes("A");
    hall.at("10:10");
    checksIn("p1");
    assertEquals("AP001", hall.calls("1").orElseThrow().number());
  }

  @Test
  void whoComesTooLateJoinsTheWalkInQueueFromNow() {
    books("p1", "09:30", "one");
    hall.at("10:10");
    hall.seconds(1);
    TicketId before = hall.takes("A");
    Ticket ticket = checksIn("p1");
    assertEquals("A002", ticket.number());
    assertEquals(PriorityClass.NORMAL, ticket.priority());
    assertTrue(java.util.Objects.requireNonNull(ticket.booked()).late());
    assertEquals(Optional.of(before), hall.calls("1"));
  }

  @Test
  void aFreeWindowTakesWhoComesEarlyAtOnce() {
    books("p1", "09:30", "one");
    hall.at("09:05");
    checksIn("p1");
    assertEquals("AP001", hall.calls("1").orElseThrow().number());
  }

  @Test
  void whoComesEarlyIsNotKeptWaitingBeforeTheSlotAndIsToldNoRange() {
    books("p1", "09:30", "one");
    hall.at("09:05");
    Ticket ticket = checksIn("p1");
    assertEquals(ticket.issuedAt().plus(Duration.ofMinutes(25)), ticket.patience().since());
    assertNull(ticket.told());
  }

  @Test
  void tooEarlyAndTheWrongDayAreTold() {
    books("p1", "10:00", "one");
    hall.does(BookingTest.book("p2", "A", "2026-11-24T09:00", "two"));
    hall.at("09:29");
    hall.refuses(Refusal.TOO_EARLY, checkIn("p1"));
    hall.refuses(Refusal.WRONG_DAY, checkIn("p2"));
    hall.refuses(Refusal.UNKNOWN_BOOKING, checkIn("9999"));
    hall.at("09:30");
    checksIn("p1");
  }

  @Test
  void aSecondCheckInLeadsToTheTicketOfTheFirst() {
    books("p1", "09:30", "one");
    hall.at("09:20");
    Ticket ticket = checksIn("p1");
    assertEquals(ticket.id(), hall.refuses(Refusal.ALREADY_QUEUING, checkIn("1234")).ticket());
    hall.calls("1");
    hall.arrives("1");
    hall.finishes("1");
    assertEquals(ticket.id(), hall.refuses(Refusal.BOOKING_OVER, checkIn("1234")).ticket());
  }

  @Test
  void aCancelledBookingIsOver() {
    books("p1", "11:30", "one");
    hall.does(new Command.CancelBooking("p1"));
    hall.at("11:20");
    hall.refuses(Refusal.BOOKING_OVER, checkIn("p1"));
  }

  @Test
  void whoHasATicketOfTheLineAlreadyIsLedToIt() {
    books("p1", "09:30", "one");
    TicketId live = hall.takesAs("one", "A");
    hall.at("09:20");
    assertEquals(live, hall.refuses(Refusal.ALREADY_QUEUING, checkIn("p1")).ticket());
  }

  @Test
  void aPromisedPlaceNeedsNoQuotaOfTheDayButWhoIsLateDoes() {
    HallStory few = HallStory.withOneWindow(Layout.small().withLine("A", 1, "a1").withBookings(2));
    few.does(BookingTest.book("p1", "A", "2026-11-23T09:30", "one"));
    few.does(BookingTest.book("p2", "A", "2026-11-23T09:30", "two"));
    few.takes("A");
    few.at("09:30");
    few.does(checkIn("p1"));
    few.at("10:30");
    few.refuses(Refusal.QUOTA_USED_UP, checkIn("p2"));
  }

  @Test
  void beforeTheHallOpensABookingMayBeCheckedIn() {
    hall.does(BookingTest.book("p1", "A", "2026-11-23T14:00", "one"));
    hall.at("13:40");
    assertEquals("AP001", checksIn("p1").number());
  }

  @Test
  void whoComesIsNotMissedAtTheEndOfTheDay() {
    books("p1", "09:30", "one");
    hall.at("09:30");
    checksIn("p1");
    hall.on("2026-11-24", "08:00");
    hall.does(new Command.PassTime());
    assertTrue(hall.state().bookings().misses().isEmpty());
    assertFalse(hall.state().bookings().find("p1").isPresent());
  }

  private void books(String id, String from, String person) {
    hall.does(BookingTest.book(id, "A", "2026-11-23T" + from, person));
  }

  private Ticket checksIn(String booking) {
    hall.does(checkIn(booking));
    TicketId id = hall.last(Event.TicketIssued.class).ticket();
    return hall.state().findTicket(id).orElseThrow();
  }
}
