package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.Answers.Answered;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules. {@link #decide} says what a request means and changes nothing; {@link #apply} makes
 * the state after a journal entry and decides nothing. Both depend on their arguments alone: time,
 * ids and configuration are arguments, and chance there is none.
 */
public final class Hall {
  private Hall() {}

  /**
   * Decides a request.
   *
   * @param now the time; taken as {@code state.at()} when a clock has jumped back behind it
   */
  public static Decision decide(HallState state, Request request, Instant now) {
    Answered answered = state.answers().find(request.actor(), request.id());
    if (answered != null) {
      return new Decision.Accepted(answered.events(), true);
    }
    return decideAll(new Draft(state, at(state, now)), request);
  }

  /**
   * A request decided and applied at once: what {@link #decide} and then {@link #apply} give, with
   * the work of both done once.
   */
  public static Step step(HallState state, Request request, Instant now) {
    Answered answered = state.answers().find(request.actor(), request.id());
    if (answered != null) {
      return new Step(new Decision.Accepted(answered.events(), true), null, state);
    }
    Instant at = at(state, now);
    var draft = new Draft(state, at);
    Decision decision = decideAll(draft, request);
    if (decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
      var entry = new Entry(state.seq() + 1, at, request.id(), request.actor(), accepted.events());
      return new Step(decision, entry, Evolution.answered(draft.state(), entry));
    }
    return new Step(decision, null, state);
  }

  /**
   * What a request has led to.
   *
   * @param entry what is to be journalled before anybody hears of it; null if nothing changed
   * @param after the state after the entry
   */
  public record Step(Decision decision, @Nullable Entry entry, HallState after) {}

  private static Decision decideAll(Draft draft, Request request) {
    if (draft.state().seq() > 0) {
      Days.rollOver(draft);
      Fair.watch(draft);
    }
    Decision decision = decide(draft, request);
    if (decision instanceof Decision.Accepted) {
      draft.settle();
      return draft.accepted();
    }
    return decision;
  }

  /** Whether a request was accepted before: a repeat gets the same answer at any time. */
  public static boolean answered(HallState state, Actor actor, String request) {
    return state.answers().find(actor, request) != null;
  }

  /** The time an entry decided now gets: never before the entry before it. */
  public static Instant at(HallState state, Instant now) {
    return now.isBefore(state.at()) ? state.at() : now;
  }

  /** The state after a journal entry. Entries must come in the order of their numbers. */
  public static HallState apply(HallState state, Entry entry) {
    if (entry.seq() != state.seq() + 1) {
      throw new IllegalArgumentException(
          "expected journal entry " + (state.seq() + 1) + ", but " + entry.seq() + " came");
    }
    return Evolution.apply(state, entry);
  }

  /** Why a line takes no ticket now: the refusal that a citizen would get; empty when it does. */
  public static Optional<Decision.Refused> shut(HallState state, LineId line, Instant now) {
    return state
        .plan()
        .findLine(line)
        .flatMap(found -> Issuing.shut(new Draft(state, at(state, now)), found));
  }

  /**
   * The line in which one ticket can be taken for all of these items; empty when no line has only
   * windows that do all of them, so that each line needs a ticket of its own.
   */
  public static Optional<LineId> lineFor(HallState state, List<String> items) {
    return Together.line(state, items);
  }

  /** When {@link Command.PassTime} will next have something to do. */
  public static Optional<Instant> nextDeadline(HallState state) {
    if (state.seq() == 0) {
      return Optional.empty();
    }
    Stream<Instant> ratings =
        state.ratings().values().stream()
            .map(it -> it.stage() == OpenRating.Stage.INVITED ? it.silentAt() : it.closesAt());
    Stream<Instant> due =
        state.tickets().values().stream()
            .flatMap(
                it ->
                    it.state() instanceof TicketState.Due(_, _, var at)
                        ? Stream.of(at)
                        : Stream.of());
    Stream<Instant> calls =
        state.windows().values().stream()
            .flatMap(it -> it instanceof Window.Free free ? free.callsAt().stream() : Stream.of());
    return Stream.of(
            Stream.of(state.plan().endOf(state.day())),
            ratings,
            calls,
            due,
            Fair.nextDeadline(state).stream(),
            TideWatch.nextLook(state).stream())
        .flatMap(it -> it)
        .min(Instant::compareTo);
  }

  private static Decision decide(Draft draft, Request request) {
    return switch (request.command()) {
      case Command.Configure c -> Configuring.configure(draft, c);
      case Command.PassTime _ -> Days.passTime(draft);
      case Command.IssueTicket c -> Issuing.issue(draft, request.actor(), c);
      case Command.Book c -> BookingDesk.book(draft, c);
      case Command.BookAll c -> BookingDesk.bookAll(draft, c);
      case Command.CancelBooking c -> BookingDesk.cancel(draft, c);
      case Command.CheckIn c -> CheckingIn.checkIn(draft, c);
      case Command.ReprintSlip c -> Issuing.reprint(draft, c);
      case Command.PrintList c -> Issuing.list(draft, c);
      case Command.PrintReport c -> Issuing.report(draft, request.actor(), c);
      case Command.PrintTestPage c -> Issuing.testPage(draft, c);
      case Command.RaiseEmergency c -> StaffRoom.raise(draft, request.actor(), c);
      case Command.AcceptEmergency c -> StaffRoom.accept(draft, request.actor(), c);
      case Command.ClearEmergency c -> StaffRoom.clear(draft, request.actor(), c);
      case Command.SendMessage c -> StaffRoom.send(draft, request.actor(), c);
      case Command.ReprintNotice c -> Notices.reprint(draft, c);
      case Command.EndSlip c -> Issuing.endSlip(draft, c);
      case Command.Requeue c -> Issuing.requeue(draft, c);
      case Command.VoidTicket c -> Visiting.voidTicket(draft, request.actor(), c);
      case Command.DelayTicket c -> Visiting.delay(draft, request.actor(), c);
      case Command.SignIn c -> Posts.signIn(draft, request.actor(), c);
      case Command.TakeOver c -> Posts.takeOver(draft, request.actor(), c);
      case Command.ChangeWindow c -> Posts.change(draft, c);
      case Command.ChangeCalling c -> Steer.changeCalling(draft, request.actor(), c);
      case Command.ChangePolicy c -> Steer.changePolicy(draft, c);
      case Command.Announce c -> Steer.announce(draft, c);
      case Command.ChangeDevice c -> Steer.changeDevice(draft, request.actor(), c);
      case Command.LearnSpeeds c -> Steer.learnSpeeds(draft, c);
      case Command.OpenWindow c -> Posts.open(draft, request.actor(), c);
      case Command.CloseWindow c -> Posts.close(draft, request.actor(), c);
      case Command.BorrowClerk c -> Borrowing.borrow(draft, request.actor(), c);
      case Command.StayAtWindow c -> Borrowing.stay(draft, request.actor(), c);
      case Command.ApproveTide c -> TideProposals.approve(draft, request.actor(), c);
      case Command.RefuseTide c -> TideProposals.refuse(draft, request.actor(), c);
      case Command.EstimateTide c -> TideProposals.estimate(draft, c);
      case Command.ForecastDemand c -> TideProposals.forecast(draft, c);
      case Command.Rate c -> Ratings.rate(draft, c);
      case Command.DeclineRating c -> Ratings.decline(draft, c);
      case Command.AtWindow c -> atWindow(draft, request.actor(), c);
    };
  }

  private static Decision atWindow(Draft draft, Actor actor, Command.AtWindow command) {
    Window window = draft.state().windows().get(command.window());
    return switch (window) {
      case null ->
          refused(
              Refusal.UNKNOWN_WINDOW,
              "Expected a window of this hall, but there is no window %s",
              command.window());
      case Window.Closed _ ->
          refused(
              Refusal.WINDOW_NOT_STAFFED,
              "Expected a clerk signed in at window %s, but nobody is",
              command.window());
      case Window.Open open when stranger(actor, open) ->
          refused(
              Refusal.NOT_YOUR_WINDOW,
              "Expected the clerk of window %s, but %s is signed in there",
              command.window(),
              open.post().clerk());
      case Window.Busy busy
          when command instanceof Command.Pause pause && actor.kind() == Actor.Kind.MANAGER ->
          Borrowing.pause(draft, actor, busy, pause);
      case Window.Open open -> Desk.decide(draft, open, command);
    };
  }

  private static boolean stranger(Actor actor, Window.Open open) {
    return actor.kind() == Actor.Kind.CLERK && !actor.id().equals(open.post().clerk().value());
  }
}
