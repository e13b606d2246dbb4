package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.routing.Reason;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What a clerk does at a staffed window, from call-next to the end of service. */
final class Desk {
  private Desk() {}

  static Decision decide(Draft draft, Window.Open window, Command.AtWindow command) {
    return switch (command) {
      case Command.SignOut _ -> signOut(draft, window);
      case Command.CallNext _ -> callNext(draft, window);
      case Command.CallTicket c -> callTicket(draft, window, c);
      case Command.Resume c -> resume(draft, window, c);
      case Command.Pause c -> pause(draft, window, c);
      case Command.EndPause _ -> endPause(draft, window);
      case Command.ReadMessage c -> StaffRoom.read(draft, window, c);
      case Command.Recall _ -> withCalled(draft, window, Desk::recall);
      case Command.Arrive _ -> withCalled(draft, window, Desk::arrive);
      case Command.MarkNoShow _ -> withCalled(draft, window, Desk::markNoShow);
      case Command.Finish c -> withServing(draft, window, (d, at) -> finish(d, at, c));
      case Command.Transfer c ->
          withServing(draft, window, (d, at) -> Transfers.transfer(d, at.window(), at.ticket(), c));
      case Command.Split c ->
          withServing(draft, window, (d, at) -> Splits.split(d, at.window(), at.ticket(), c));
      case Command.DropSplit c ->
          withServing(draft, window, (d, at) -> Splits.drop(d, at.ticket(), c));
      case Command.Hold c -> withServing(draft, window, (d, at) -> hold(d, at, c));
    };
  }

  private static Decision signOut(Draft draft, Window.Open window) {
    if (window instanceof Window.Busy busy) {
      return busy(busy);
    }
    draft.emit(new Event.ClerkSignedOut(window.id(), window.post().clerk()));
    return draft.accepted();
  }

  private static Decision callNext(Draft draft, Window.Open window) {
    return switch (window) {
      case Window.Busy busy -> busy(busy);
      case Window.Paused _ -> paused(window);
      case Window.Free free -> {
        if (!draft.callNext(free)) {
          // Also when it has asked before: a repeat of this press must find its answer, and not
          // call whoever waits by then.
          draft.emit(new Event.WindowAsked(free.id()));
        }
        yield draft.accepted();
      }
    };
  }

  private static Decision callTicket(Draft draft, Window.Open window, Command.CallTicket command) {
    Ticket ticket = draft.state().tickets().get(command.ticket());
    if (ticket == null) {
      return Issuing.unknown(command.ticket());
    }
    if (window instanceof Window.Busy busy) {
      return busy(busy);
    }
    if (window instanceof Window.Paused) {
      return paused(window);
    }
    if (!(ticket.state() instanceof TicketState.Waiting)
        && !(ticket.state() instanceof TicketState.Due)
        && !(ticket.state() instanceof TicketState.Missed)) {
      return refused(
          Refusal.TICKET_NOT_WAITING,
          ticket.id(),
          "Expected a ticket that waits or was missed, but %s is %s",
          ticket.number(),
          Issuing.word(ticket.state()));
    }
    HallPlan plan = draft.state().plan();
    if (!Eligibility.allOf(plan, window.plan(), ticket.lines())
        && !Eligibility.mayServe(plan, window, ticket)) {
      return outOfScope(plan, window, ticket);
    }
    if (command.reason().isBlank()) {
      return refused(
          Refusal.REASON_MISSING,
          "Expected a reason for calling %s out of turn, but there is none",
          ticket.number());
    }
    draft.call(
        window,
        ticket,
        new Reason("chosen", "clerk", "窗口指定：" + command.reason(), "chosen: " + command.reason()));
    return draft.accepted();
  }

  private static Decision recall(Draft draft, At<TicketState.Called> at) {
    var rules = draft.state().plan().rules();
    if (at.state().calls() >= rules.calls()) {
      return refused(
          Refusal.CALL_LIMIT_REACHED,
          at.ticket().id(),
          "Expected at most %d calls, but %s was called %d times: it is a no-show",
          rules.calls(),
          at.ticket().number(),
          at.state().calls());
    }
    Duration left = rules.recallGap().minus(Duration.between(at.state().last(), draft.now()));
    if (left.isPositive()) {
      return tooSoon(at, left);
    }
    draft.emit(
        new Event.TicketRecalled(at.ticket().id(), at.window().id(), at.state().calls() + 1));
    return draft.accepted();
  }

  private static Decision arrive(Draft draft, At<TicketState.Called> at) {
    Ticket ticket = at.ticket();
    draft.emit(
        new Event.ServiceStarted(
            ticket.id(),
            ticket.line(),
            at.window().id(),
            at.window().post().clerk(),
            ServiceId.of(ticket.id(), ticket.services() + 1)));
    return draft.accepted();
  }

  private static Decision markNoShow(Draft draft, At<TicketState.Called> at) {
    var rules = draft.state().plan().rules();
    if (at.state().calls() < rules.calls()) {
      return refused(
          Refusal.CALLS_NOT_USED_UP,
          at.ticket().id(),
          "Expected %d calls before a no-show, but %s was called %d times",
          rules.calls(),
          at.ticket().number(),
          at.state().calls());
    }
    Duration left = rules.recallGap().minus(Duration.between(at.state().last(), draft.now()));
    if (left.isPositive()) {
      return tooSoon(at, left);
    }
    draft.emit(new Event.TicketMissed(at.ticket().id(), at.window().id(), at.state().calls()));
    draft.freed(at.window().id());
    return draft.accepted();
  }

  private static Decision finish(Draft draft, At<TicketState.Serving> at, Command.Finish command) {
    Optional<Decision> untold = Notices.missing(draft, at.ticket(), command);
    if (untold.isPresent()) {
      return untold.get();
    }
    boolean listed = command.outcome() == Outcome.SUPPLEMENT && command.telling() != null;
    if (command.outcome().needsReason() && command.reason().isBlank() && !listed) {
      return refused(
          Refusal.REASON_MISSING,
          at.ticket().id(),
          "Expected a reason with the outcome %s, but there is none",
          command.outcome());
    }
    var clerk = at.window().post().clerk();
    Ticket ticket = Splits.sorted(draft, at.ticket());
    draft.emit(
        new Event.ServiceFinished(
            ticket.id(),
            ticket.line(),
            at.window().id(),
            clerk,
            at.state().service(),
            command.outcome(),
            command.reason()));
    Notices.issue(draft, at.window(), ticket, at.state().service(), command);
    var plan = draft.state().plan();
    Instant closes =
        plan.workingDays()
            .plus(plan.local(draft.now()).toLocalDate(), plan.rules().ratingDays())
            .plusDays(1)
            .atStartOfDay(ZoneId.of(plan.zone()))
            .toInstant();
    draft.emit(
        new Event.RatingInvited(
            at.state().service(),
            at.window().id(),
            clerk,
            ticket.items().isEmpty() ? ticket.line().value() : ticket.items().getFirst(),
            draft.now().plus(plan.rules().ratingSilence()),
            closes));
    Splits.issue(draft, ticket);
    draft.freed(at.window().id());
    return draft.accepted();
  }

  private static Decision hold(Draft draft, At<TicketState.Serving> at, Command.Hold command) {
    draft.emit(
        new Event.ServiceHeld(
            at.ticket().id(), at.window().id(), at.state().service(), command.kind()));
    draft.freed(at.window().id());
    return draft.accepted();
  }

  private static Decision resume(Draft draft, Window.Open window, Command.Resume command) {
    Ticket ticket = draft.state().tickets().get(command.ticket());
    if (ticket == null) {
      return Issuing.unknown(command.ticket());
    }
    if (window instanceof Window.Busy busy) {
      return busy(busy);
    }
    if (window instanceof Window.Paused) {
      return paused(window);
    }
    if (!(ticket.state() instanceof TicketState.Held held)) {
      return refused(
          Refusal.TICKET_NOT_HELD,
          ticket.id(),
          "Expected a ticket on hold, but %s is %s",
          ticket.number(),
          Issuing.word(ticket.state()));
    }
    boolean here = held.window().equals(window.id());
    if (!here && !held.kind().anyWindow()) {
      return refused(
          Refusal.HELD_AT_OTHER_WINDOW,
          ticket.id(),
          "Expected window %s, where the papers of %s are, but this is window %s",
          held.window(),
          ticket.number(),
          window.id());
    }
    HallPlan plan = draft.state().plan();
    if (!here && !Eligibility.allOf(plan, window.plan(), ticket.lines())) {
      return outOfScope(plan, window, ticket);
    }
    draft.emit(
        new Event.ServiceResumed(ticket.id(), window.id(), window.post().clerk(), held.service()));
    return draft.accepted();
  }

  private static Decision pause(Draft draft, Window.Open window, Command.Pause command) {
    if (window instanceof Window.Busy busy) {
      return busy(busy);
    }
    if (window instanceof Window.Paused) {
      return refused(
          Refusal.NO_CHANGE, "Expected a window at work, but window %s is paused", window.id());
    }
    draft.emit(new Event.WindowPaused(window.id(), command.reason(), command.until()));
    return draft.accepted();
  }

  private static Decision endPause(Draft draft, Window.Open window) {
    if (!(window instanceof Window.Paused)) {
      return refused(
          Refusal.NOT_PAUSED, "Expected a paused window, but window %s is at work", window.id());
    }
    draft.emit(new Event.PauseEnded(window.id()));
    return draft.accepted();
  }

  /** A window with its ticket in the state that an act needs. */
  private record At<S extends TicketState>(Window.Busy window, Ticket ticket, S state) {}

  /** An act on a window with its ticket. */
  @FunctionalInterface
  private interface Act<S extends TicketState> {
    Decision decide(Draft draft, At<S> at);
  }

  private static Decision withCalled(Draft draft, Window.Open window, Act<TicketState.Called> act) {
    if (!(window instanceof Window.Busy busy)) {
      return noTicket(window);
    }
    Ticket ticket = draft.state().ticket(busy.ticket());
    return ticket.state() instanceof TicketState.Called called
        ? act.decide(draft, new At<>(busy, ticket, called))
        : refused(
            Refusal.ALREADY_ARRIVED,
            ticket.id(),
            "Expected a called ticket at window %s, but %s is being served",
            window.id(),
            ticket.number());
  }

  private static Decision withServing(
      Draft draft, Window.Open window, Act<TicketState.Serving> act) {
    if (!(window instanceof Window.Busy busy)) {
      return noTicket(window);
    }
    Ticket ticket = draft.state().ticket(busy.ticket());
    return ticket.state() instanceof TicketState.Serving serving
        ? act.decide(draft, new At<>(busy, ticket, serving))
        : refused(
            Refusal.NOT_ARRIVED,
            ticket.id(),
            "Expected a visitor being served at window %s, but %s has not arrived",
            window.id(),
            ticket.number());
  }

  private static Decision noTicket(Window.Open window) {
    return refused(
        Refusal.WINDOW_HAS_NO_TICKET,
        "Expected a ticket at window %s, but there is none",
        window.id());
  }

  private static Decision busy(Window.Busy window) {
    return refused(
        Refusal.WINDOW_BUSY,
        window.ticket(),
        "Expected window %s to be free, but it still has %s",
        window.id(),
        window.ticket().number());
  }

  private static Decision paused(Window.Open window) {
    return refused(
        Refusal.WINDOW_PAUSED, "Expected a window at work, but window %s is paused", window.id());
  }

  private static Decision outOfScope(HallPlan plan, Window.Open window, Ticket ticket) {
    LineId missing = ticket.line();
    for (LineId line : ticket.lines()) {
      missing = Eligibility.inScope(plan, window.plan(), missing) ? line : missing;
    }
    return refused(
        Refusal.NOT_IN_SCOPE,
        "Expected a ticket that window %s may serve, but line %s is not in its scope",
        window.id(),
        missing);
  }

  private static Decision tooSoon(At<TicketState.Called> at, Duration left) {
    return refused(
        Refusal.TOO_SOON,
        at.ticket().id(),
        "Expected %d more seconds since the last call of %s, but it was just called",
        Math.max(1, (left.toMillis() + 999) / 1000),
        at.ticket().number());
  }
}
