package io.tidehall.hall;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.booking.Bookings;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.routing.HallFloor;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.routing.Queues;
import io.tidehall.hall.routing.Steering;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A hall at one moment: only what is alive. Immutable and ordered, so that it may be read on any
 * thread and two replays are equal.
 *
 * @param seq the last journal entry applied
 * @param at when that was
 * @param day the hall's day
 * @param order the highest order that a rank was given so far
 * @param numbers the last number given out today by prefix
 * @param issued tickets issued today by line, for the quotas
 * @param persons the live ticket of a person in a line
 * @param tides what the tidal rules remember and propose
 * @param answers what recent requests were answered
 * @param steering what routing keeps
 * @param staff what the staff have among themselves
 * @param bookings who has booked, and who has missed a booking
 * @param rolls when the paper roll of a printer was put in, as people told
 */
public record HallState(
    long seq,
    Instant at,
    LocalDate day,
    long order,
    HallPlan plan,
    TreePMap<WindowId, Window> windows,
    TreePMap<TicketId, Ticket> tickets,
    Queues queues,
    TreePMap<String, Integer> numbers,
    TreePMap<LineId, Integer> issued,
    TreePMap<String, TicketId> persons,
    TreePMap<ServiceId, OpenRating> ratings,
    TreePMap<String, PendingSlip> slips,
    TideState tides,
    Answers answers,
    Steering steering,
    StaffState staff,
    Bookings bookings,
    TreePMap<String, Instant> rolls) {

  /** The state before the first journal entry. */
  public static HallState empty() {
    return new HallState(
        0,
        Instant.EPOCH,
        LocalDate.EPOCH,
        0,
        HallPlan.blank(),
        TreePMap.empty(),
        TreePMap.empty(),
        Queues.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TideState.EMPTY,
        Answers.empty(),
        Steering.empty(),
        StaffState.EMPTY,
        Bookings.NONE,
        TreePMap.empty());
  }

  public Optional<Ticket> findTicket(TicketId id) {
    return Optional.ofNullable(tickets.get(id));
  }

  public Optional<Window> findWindow(WindowId id) {
    return Optional.ofNullable(windows.get(id));
  }

  /** A ticket that must be live: a bug if it is not. */
  Ticket ticket(TicketId id) {
    return Objects.requireNonNull(tickets.get(id), () -> "no live ticket " + id);
  }

  /** A window that must exist: a bug if it does not. */
  Window window(WindowId id) {
    return Objects.requireNonNull(windows.get(id), () -> "no window " + id);
  }

  /** A rating that must be open: a bug if it is not. */
  OpenRating rating(ServiceId id) {
    return Objects.requireNonNull(ratings.get(id), () -> "no rating of " + id);
  }

  /** A booking that must be there: a bug if it is not. */
  Booking booking(String id) {
    return bookings.find(id).orElseThrow(() -> new NoSuchElementException("no booking " + id));
  }

  /** The tickets waiting in any lane. */
  public int waiting() {
    return queues.lanes().values().stream().mapToInt(java.util.Map::size).sum();
  }

  /** The hall as routing policies see it. */
  public HallFloor floor(Instant now) {
    return new HallFloor(plan, windows, queues, steering.days(), now);
  }

  /** The wait of a ticket of a line taken now, by the closed formula. */
  public Optional<Outlook> outlook(LineId line) {
    return outlook(line, Rank.LAST);
  }

  /** The wait of a ticket of a line that would have a rank, by the closed formula. */
  public Optional<Outlook> outlook(LineId line, Rank rank) {
    return Outlook.of(plan, windows, queues, line, rank);
  }

  static String personKey(String person, LineId line) {
    return line.value() + "/" + person;
  }

  /** The same hall with a window in another state: what events do, and what a preview supposes. */
  public HallState with(Window window) {
    return withWindows(windows.plus(window.id(), window));
  }

  /** Adds or replaces a live ticket and moves it between the queues as its state says. */
  HallState with(Ticket ticket) {
    Ticket before = tickets.get(ticket.id());
    Queues next = queues;
    if (before != null && before.state() instanceof TicketState.Waiting was) {
      next = next.minus(was.lane(), before.priority(), was.rank());
    }
    if (ticket.state() instanceof TicketState.Waiting now) {
      next = next.plus(now.lane(), ticket.priority(), now.rank(), ticket.id());
      next = ticket.also().isEmpty() ? next : next.withSeveral(ticket.id(), ticket.also());
    }
    return withTickets(tickets.plus(ticket.id(), ticket), next, persons);
  }

  /** The ticket's life is over. */
  HallState without(Ticket ticket) {
    Queues next =
        ticket.state() instanceof TicketState.Waiting was
            ? queues.minus(was.lane(), ticket.priority(), was.rank())
            : queues;
    return withTickets(tickets.minus(ticket.id()), next, persons).withPersonOf(ticket);
  }

  /** Points whoever holds a ticket at the live ticket in each of its lines. */
  HallState withPersonOf(Ticket ticket) {
    HallState next = this;
    for (LineId line : ticket.lines()) {
      next = next.withPersonIn(ticket.person(), line);
    }
    return next;
  }

  /** Points a person in a line at the live ticket there, after tickets have come or gone. */
  HallState withPersonIn(@Nullable String person, LineId line) {
    if (person == null) {
      return this;
    }
    String key = personKey(person, line);
    Optional<TicketId> live =
        tickets.values().stream()
            .filter(it -> person.equals(it.person()) && it.lines().contains(line))
            .map(Ticket::id)
            .findFirst();
    return withTickets(
        tickets, queues, live.map(id -> persons.plus(key, id)).orElseGet(() -> persons.minus(key)));
  }

  HallState with(OpenRating rating) {
    return withRatings(ratings.plus(rating.service(), rating));
  }

  HallState withWindows(TreePMap<WindowId, Window> next) {
    return new HallState(
        seq, at, day, order, plan, next, tickets, queues, numbers, issued, persons, ratings, slips,
        tides, answers, steering, staff, bookings, rolls);
  }

  HallState withTickets(
      TreePMap<TicketId, Ticket> next, Queues nextQueues, TreePMap<String, TicketId> nextPersons) {
    return new HallState(
        seq,
        at,
        day,
        order,
        plan,
        windows,
        next,
        nextQueues,
        numbers,
        issued,
        nextPersons,
        ratings,
        slips,
        tides,
        answers,
        steering,
        staff,
        bookings,
        rolls);
  }

  /** No rank given from now on has the order of this one. */
  HallState withOrder(Rank given) {
    return new HallState(
        seq,
        at,
        day,
        Math.max(order, given.order()),
        plan,
        windows,
        tickets,
        queues,
        numbers,
        issued,
        persons,
        ratings,
        slips,
        tides,
        answers,
        steering,
        staff,
        bookings,
        rolls);
  }

  HallState withIssued(
      TreePMap<String, Integer> nextNumbers,
      TreePMap<LineId, Integer> nextIssued,
      TreePMap<String, TicketId> nextPersons) {
    return new HallState(
        seq,
        at,
        day,
        order,
        plan,
        windows,
        tickets,
        queues,
        nextNumbers,
        nextIssued,
        nextPersons,
        ratings,
        slips,
        tides,
        answers,
        steering,
        staff,
        bookings,
        rolls);
  }

  HallState withRatings(TreePMap<ServiceId, OpenRating> next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, next, slips,
        tides, answers, steering, staff, bookings, rolls);
  }

  HallState withSlips(TreePMap<String, PendingSlip> next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        next, tides, answers, steering, staff, bookings, rolls);
  }

  HallState withPlan(HallPlan next) {
    return new HallState(
        seq, at, day, order, next, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, tides, answers, steering, staff, bookings, rolls);
  }

  HallState withDay(LocalDate next) {
    return new HallState(
        seq,
        at,
        next,
        order,
        plan,
        windows,
        tickets,
        queues,
        TreePMap.empty(),
        TreePMap.empty(),
        persons,
        ratings,
        slips,
        tides,
        answers,
        steering,
        staff,
        bookings,
        rolls);
  }

  HallState withAnswer(long nextSeq, Instant nextAt, Answers next) {
    return new HallState(
        nextSeq, nextAt, day, order, plan, windows, tickets, queues, numbers, issued, persons,
        ratings, slips, tides, next, steering, staff, bookings, rolls);
  }

  HallState withSteering(Steering next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, tides, answers, next, staff, bookings, rolls);
  }

  HallState withTides(TideState next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, next, answers, steering, staff, bookings, rolls);
  }

  HallState withStaff(StaffState next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, tides, answers, steering, next, bookings, rolls);
  }

  HallState with(Bookings next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, tides, answers, steering, staff, next, rolls);
  }

  HallState withRolls(TreePMap<String, Instant> next) {
    return new HallState(
        seq, at, day, order, plan, windows, tickets, queues, numbers, issued, persons, ratings,
        slips, tides, answers, steering, staff, bookings, next);
  }
}
