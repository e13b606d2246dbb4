package io.tidehall.hall;

import io.tidehall.hall.booking.Booking;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.routing.Outlook;
import io.tidehall.hall.routing.Steering;
import io.tidehall.hall.staff.Emergency;
import io.tidehall.hall.staff.StaffMessage;
import io.tidehall.hall.ticket.Booked;
import io.tidehall.hall.ticket.Further;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Patience;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.ticket.TicketState.Called;
import io.tidehall.hall.ticket.TicketState.Held;
import io.tidehall.hall.ticket.TicketState.Missed;
import io.tidehall.hall.ticket.TicketState.Serving;
import io.tidehall.hall.ticket.TicketState.Waiting;
import io.tidehall.hall.ticket.Told;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** What each event does to the state. It decides nothing and cannot fail on a journalled event. */
final class Evolution {
  private Evolution() {}

  static HallState evolve(HallState state, Event event, Instant at) {
    return TideEvolution.after(changed(state, event, at), event, at);
  }

  private static HallState changed(HallState state, Event event, Instant at) {
    return switch (event) {
      case Event.HallConfigured e -> configured(state, e);
      case Event.DayBegun e ->
          state
              .withDay(e.day())
              .with(state.bookings().from(state.plan(), e.day()))
              .withSteering(state.steering().cleared())
              .withStaff(state.staff().nextDay());
      case Event.TicketIssued e -> issued(state, e, at);
      case Event.SlipQueued e -> state.withSlips(state.slips().plus(e.job(), PendingSlip.of(e)));
      case Event.ListQueued e -> state.withSlips(state.slips().plus(e.job(), PendingSlip.of(e)));
      case Event.ReportQueued e -> state.withSlips(state.slips().plus(e.job(), PendingSlip.of(e)));
      case Event.TestPageQueued e ->
          state.withSlips(state.slips().plus(e.job(), PendingSlip.of(e)));
      case Event.NoticeIssued e ->
          state.withStaff(state.staff().with(new IssuedNotice(e.notice(), List.of())));
      case Event.NoticeQueued e ->
          state
              .withSlips(state.slips().plus(e.job(), PendingSlip.of(e)))
              .withStaff(state.staff().slipQueued(e));
      case Event.SlipEnded e -> slipEnded(state, e);
      case Event.EmergencyRaised e ->
          state.withStaff(
              state.staff().with(new Emergency(e.emergency(), e.window(), e.by(), at, null, null)));
      case Event.EmergencyAccepted e ->
          state.withStaff(
              state.staff().with(state.staff().emergency(e.emergency()).acceptedBy(e.by(), at)));
      case Event.EmergencyCleared e -> state.withStaff(state.staff().cleared(e.emergency()));
      case Event.MessageSent e ->
          state.withStaff(
              state
                  .staff()
                  .with(new StaffMessage(e.message(), e.by(), at, e.to(), e.text(), List.of())));
      case Event.MessageRead e ->
          state.withStaff(state.staff().with(state.staff().message(e.message()).readBy(e.clerk())));
      case Event.ClerkSignedIn e ->
          moved(
              state,
              new Window.Free(
                  plan(state, e.window()),
                  new Post(e.clerk(), e.standingInFor(), null, e.expected()),
                  at,
                  false),
              at);
      case Event.ClerkSignedOut e -> moved(state, new Window.Closed(plan(state, e.window())), at);
      case Event.WindowAsked e -> {
        Window.Open open = open(state, e.window());
        yield state.with(new Window.Free(open.plan(), open.post(), open.since(), true));
      }
      case Event.TicketCalled e -> called(busy(state, e.window(), e.ticket(), at), e, at);
      case Event.TicketRecalled e -> recalled(state, e, at);
      case Event.ServiceStarted e ->
          state.with(
              ticket(state, e.ticket())
                  .withService()
                  .with(new Serving(e.window(), e.service(), at, Duration.ZERO)));
      case Event.ServiceFinished e ->
          free(state.without(ticket(state, e.ticket())), e.window(), at);
      case Event.ServiceHeld e -> held(state, e, at);
      case Event.ServiceResumed e -> resumed(state, e, at);
      case Event.TicketMissed e ->
          free(
              state.with(ticket(state, e.ticket()).withMiss().with(new Missed(e.window(), at))),
              e.window(),
              at);
      case Event.TicketRequeued e -> {
        Ticket ticket = ticket(state, e.ticket());
        // Who is only moved on, as when a window closes, goes on waiting.
        Patience patience =
            ticket.state() instanceof Waiting ? ticket.patience() : ticket.patience().again(at);
        yield state
            .withOrder(e.rank())
            .with(
                ticket
                    .withPlace(ticket.line(), e.lane(), e.rank())
                    .with(new Waiting(e.lane(), e.rank()))
                    .with(patience));
      }
      case Event.TicketTransferred e -> transferred(state, e, at);
      case Event.ItemSplit e -> {
        Ticket ticket = ticket(state, e.ticket());
        List<Further> further = new ArrayList<>(ticket.further());
        further.add(e.further());
        yield state.with(ticket.with(further));
      }
      case Event.SplitDropped e -> {
        Ticket ticket = ticket(state, e.ticket());
        yield state.with(ticket.with(Splits.without(ticket.further(), e.line())));
      }
      case Event.SplitIssued _ -> state;
      case Event.TicketDelayed e -> {
        Ticket ticket = ticket(state, e.ticket());
        yield state
            .withOrder(e.rank())
            .with(ticket.delayedTo(e.rank()).with(ticket.patience().again(at)));
      }
      case Event.TicketVoided e -> state.without(ticket(state, e.ticket()));
      case Event.WindowPaused e -> {
        Window.Open open = open(state, e.window());
        Post post = open.post().with(null);
        yield moved(state, new Window.Paused(open.plan(), post, at, e.reason(), e.until()), at);
      }
      case Event.PauseEnded e -> free(state, e.window(), at);
      case Event.AfterTicketArranged e -> arranged(state, e);
      case Event.WindowChanged e -> replan(state, e.window(), changed(plan(state, e.window()), e));
      case Event.CallingChanged e ->
          replan(state, e.window(), plan(state, e.window()).withAutoAfter(e.autoAfter()));
      case Event.SpeedsLearned e ->
          replan(state, e.window(), plan(state, e.window()).withSpeeds(e.speeds()));
      case Event.PolicyChanged e -> state.withSteering(state.steering().with(e.policy()));
      // It changes nothing in the hall: who tells it keeps it as long as it is news.
      case Event.Announced _ -> state;
      case Event.DeviceChanged e ->
          switch (e.change()) {
            case NEW_ROLL -> state.withRolls(state.rolls().plus(e.device(), at));
            case REVOKED -> state.withRolls(state.rolls().minus(e.device()));
            case PAIRED, REFUSED, MOVED, DOOR_OPENED, DOOR_CLOSED -> state;
          };
      case Event.FairnessBroken e -> Fair.told(state, e);
      case Event.WindowOpened e ->
          replan(state, e.window(), plan(state, e.window()).withInService(true));
      case Event.WindowClosed e ->
          replan(state, e.window(), plan(state, e.window()).withInService(false));
      case Event.RatingInvited e ->
          state.with(
              new OpenRating(
                  e.service(),
                  e.window(),
                  e.clerk(),
                  e.item(),
                  e.silentAt(),
                  e.closesAt(),
                  OpenRating.Stage.INVITED));
      case Event.ServiceRated e ->
          state.with(state.rating(e.service()).with(OpenRating.Stage.RATED));
      case Event.RatingSilent e ->
          state.with(state.rating(e.service()).with(OpenRating.Stage.SILENT));
      case Event.RatingClosed e -> state.withRatings(state.ratings().minus(e.service()));
      case Event.BookingMade e ->
          state.with(
              state
                  .bookings()
                  .with(
                      new Booking(
                          e.booking(),
                          e.line(),
                          e.items(),
                          e.from(),
                          e.to(),
                          e.person(),
                          e.code(),
                          Booking.Stage.BOOKED,
                          null)));
      case Event.BookingCancelled e ->
          state.with(
              state.bookings().with(state.booking(e.booking()).with(Booking.Stage.CANCELLED)));
      case Event.BookingCheckedIn e ->
          state.with(state.bookings().with(state.booking(e.booking()).checkedIn(e.ticket())));
      case Event.BookingMissed e ->
          state.with(state.bookings().missed(state.plan(), state.booking(e.booking()), e.counts()));
      case Event.TidesWatched _,
          Event.TideProposed _,
          Event.TideEstimated _,
          Event.TideProposalEnded _,
          Event.TideTurned _,
          Event.DemandForecast _ ->
          state;
    };
  }

  /** Applies a whole journal entry and remembers it as the answer to its request. */
  static HallState apply(HallState state, Entry entry) {
    HallState next = state;
    for (Event event : entry.events()) {
      next = evolve(next, event, entry.at());
    }
    return answered(next, entry);
  }

  /** Remembers an entry, whose events have been applied, as the answer to its request. */
  static HallState answered(HallState next, Entry entry) {
    return next.withAnswer(entry.seq(), entry.at(), next.answers().with(entry));
  }

  private static HallState configured(HallState state, Event.HallConfigured event) {
    TreePMap<WindowId, Window> windows = TreePMap.empty();
    for (WindowPlan plan : event.plan().windows()) {
      Window known = state.windows().get(plan.id());
      windows =
          windows.plus(
              plan.id(),
              known == null ? new Window.Closed(plan) : known.with(setup(state, event, known)));
    }
    Steering steering = state.steering();
    PolicyPlan chosen = event.plan().rules().chosenPolicy();
    if (!chosen.equals(state.plan().rules().chosenPolicy())) {
      steering = steering.with(chosen);
    }
    for (WindowId known : state.windows().keySet()) {
      steering = windows.containsKey(known) ? steering : steering.without(known);
    }
    return state.withPlan(event.plan()).withWindows(windows).withSteering(steering);
  }

  /** The manager's setup of a window, unless the plan now says something else than before. */
  private static WindowPlan setup(HallState state, Event.HallConfigured event, Window window) {
    WindowPlan planned = event.plan().findWindow(window.id()).orElseThrow();
    return state.plan().findWindow(window.id()).filter(planned::equals).isPresent()
        ? window
            .plan()
            .withSetup(
                window.plan().kind(),
                window.plan().lines().stream()
                    .filter(line -> event.plan().findLine(line).isPresent())
                    .toList())
            .withSpeeds(
                window.plan().speeds().stream()
                    .filter(speed -> event.plan().findLine(speed.line()).isPresent())
                    .toList())
        : planned;
  }

  private static HallState issued(HallState state, Event.TicketIssued e, Instant at) {
    Lane lane = Lane.of(e.line());
    var ticket =
        new Ticket(
            e.ticket(),
            e.line(),
            e.items(),
            e.greenReason(),
            e.person(),
            at,
            lane,
            e.rank(),
            0,
            0,
            new Waiting(lane, e.rank()),
            Patience.from(waitsFrom(e, at)),
            told(e),
            false,
            null,
            List.of(),
            Together.others(state.plan(), e.line(), e.items()),
            e.booked());
    String number = e.ticket().number();
    String prefix = Numbers.prefix(number);
    return state
        .withOrder(e.rank())
        .withIssued(
            state.numbers().plus(prefix, Numbers.count(number)),
            state.issued().plus(e.line(), state.issued().getOrDefault(e.line(), 0) + 1),
            state.persons())
        .with(ticket)
        .withPersonOf(ticket);
  }

  /** Who comes early for a booking is not kept waiting before its slot. */
  private static Instant waitsFrom(Event.TicketIssued e, Instant at) {
    Booked booked = e.booked();
    return booked != null && booked.from().isAfter(at) ? booked.from() : at;
  }

  private static @Nullable Told told(Event.TicketIssued e) {
    Promise promise = e.promise();
    if (promise != null && promise.told()) {
      return new Told(promise.held().low(), promise.held().high(), false);
    }
    Outlook outlook = e.outlook();
    return outlook == null ? null : new Told(outlook.low(), outlook.high(), true);
  }

  private static HallState slipEnded(HallState state, Event.SlipEnded e) {
    PendingSlip slip = ((Map<String, PendingSlip>) state.slips()).get(e.job());
    HallState after = state.withSlips(state.slips().minus(e.job()));
    return slip == null ? after : after.withStaff(state.staff().slipEnded(slip, e.end()));
  }

  private static HallState recalled(HallState state, Event.TicketRecalled e, Instant at) {
    Ticket ticket = ticket(state, e.ticket());
    Instant first = ticket.state() instanceof Called called ? called.first() : at;
    return state.with(ticket.with(new Called(e.window(), first, at, e.times())));
  }

  private static HallState held(HallState state, Event.ServiceHeld e, Instant at) {
    Ticket ticket = ticket(state, e.ticket());
    Duration before =
        ticket.state() instanceof Serving serving ? serving.handled(at) : Duration.ZERO;
    return free(
        state.with(ticket.with(new Held(e.window(), e.service(), e.kind(), at, before))),
        e.window(),
        at);
  }

  private static HallState resumed(HallState state, Event.ServiceResumed e, Instant at) {
    Ticket ticket = ticket(state, e.ticket());
    Duration before = ticket.state() instanceof Held held ? held.before() : Duration.ZERO;
    return busy(state, e.window(), e.ticket(), at)
        .with(ticket.with(new Serving(e.window(), e.service(), at, before)));
  }

  private static HallState transferred(HallState state, Event.TicketTransferred e, Instant at) {
    Ticket ticket = ticket(state, e.ticket());
    Instant notBefore = e.notBefore();
    TicketState next =
        notBefore == null
            ? new Waiting(e.lane(), e.rank())
            : new TicketState.Due(e.lane(), e.rank(), notBefore);
    HallState moved =
        state
            .withOrder(e.rank())
            .with(
                ticket
                    .withPlace(e.line(), e.lane(), e.rank())
                    .with(next)
                    .sentBy(e.from())
                    .with(ticket.patience().again(at)))
            .withPersonOf(ticket)
            .withPersonIn(ticket.person(), e.line());
    return free(moved, e.from(), at);
  }

  private static HallState arranged(HallState state, Event.AfterTicketArranged e) {
    Window.Open open = open(state, e.window());
    return state.with(open.with(open.post().with(e.after())));
  }

  private static HallState busy(HallState state, WindowId window, TicketId ticket, Instant at) {
    Window.Open open = open(state, window);
    return moved(state, new Window.Busy(open.plan(), open.post().there(), at, ticket), at);
  }

  private static HallState free(HallState state, WindowId window, Instant at) {
    Window.Open open = open(state, window);
    return moved(state, new Window.Free(open.plan(), open.post(), at, false), at);
  }

  /** A window goes over into another state; the time in the one before is added up. */
  private static HallState moved(HallState state, Window next, Instant at) {
    return state.withSteering(state.steering().spent(state.window(next.id()), at)).with(next);
  }

  private static WindowPlan changed(WindowPlan plan, Event.WindowChanged e) {
    WindowPlan next = plan.withSetup(e.kind(), e.lines());
    return e.fields() == null ? next : next.withFields(e.fields());
  }

  private static HallState called(HallState state, Event.TicketCalled e, Instant at) {
    Ticket ticket = ticket(state, e.ticket());
    return Fair.overtaken(state, open(state, e.window()), ticket)
        .with(ticket.with(new Called(e.window(), at, at, 1)))
        .withSteering(state.steering().called(e.window(), ticket.priority().id(), at));
  }

  private static HallState replan(HallState state, WindowId window, WindowPlan plan) {
    return state.with(state.window(window).with(plan));
  }

  private static WindowPlan plan(HallState state, WindowId window) {
    return state.window(window).plan();
  }

  private static Window.Open open(HallState state, WindowId window) {
    return (Window.Open) state.window(window);
  }

  private static Ticket ticket(HallState state, TicketId id) {
    return state.ticket(id);
  }
}
