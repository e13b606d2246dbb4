package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.window.AfterTicket;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * What managers ask of clerks at their windows: to move to another in one step, so that nobody is
 * left between two, or to pause. Whoever has a ticket ends it first, as when a window closes.
 */
final class Borrowing {
  private Borrowing() {}

  static Decision borrow(Draft draft, Actor actor, Command.BorrowClerk command) {
    if (actor.kind() != Actor.Kind.MANAGER) {
      return TideProposals.managerOnly(actor);
    }
    Window from = draft.state().windows().get(command.from());
    Window to = draft.state().windows().get(command.window());
    if (from == null || to == null) {
      return Posts.unknown(from == null ? command.from() : command.window());
    }
    if (from == to) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected a clerk from another window, but window %s is asked for its own",
          command.window());
    }
    if (to instanceof Window.Open taken) {
      return refused(
          Refusal.WINDOW_TAKEN,
          "Expected window %s to be free, but %s is signed in there",
          command.window(),
          taken.post().clerk());
    }
    var after =
        new AfterTicket(command.window(), command.closes(), null, command.reason(), actor.id());
    return switch (from) {
      case Window.Closed _ -> nobody(command.from());
      case Window.Busy busy -> arrange(draft, busy, after);
      case Window.Open open -> {
        move(draft, open, command.window(), after);
        yield draft.accepted();
      }
    };
  }

  static Decision pause(Draft draft, Actor actor, Window.Busy window, Command.Pause command) {
    return arrange(
        draft, window, new AfterTicket(null, false, command.until(), command.reason(), actor.id()));
  }

  static Decision stay(Draft draft, Actor actor, Command.StayAtWindow command) {
    if (actor.kind() != Actor.Kind.MANAGER) {
      return TideProposals.managerOnly(actor);
    }
    Window window = draft.state().windows().get(command.window());
    if (window == null) {
      return Posts.unknown(command.window());
    }
    if (window.findPost().filter(post -> post.after() != null).isEmpty()) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected something arranged for after the ticket at window %s, but nothing is",
          command.window());
    }
    draft.emit(new Event.AfterTicketArranged(command.window(), null));
    return draft.accepted();
  }

  /** The ticket is gone: what was arranged is done, unless somebody sits there meanwhile. */
  static void after(Draft draft, Window.Open window, AfterTicket after) {
    WindowId to = after.window();
    if (to == null) {
      Instant until = after.until();
      boolean over = until != null && !until.isAfter(draft.now());
      draft.emit(new Event.WindowPaused(window.id(), after.reason(), over ? null : until));
    } else if (draft.state().windows().get(to) instanceof Window.Closed) {
      move(draft, window, to, after);
    } else {
      draft.emit(new Event.AfterTicketArranged(window.id(), null));
    }
  }

  private static Decision arrange(Draft draft, Window.Busy window, AfterTicket after) {
    if (after.equals(window.post().after())) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected something else for after the ticket at window %s, but this is arranged already",
          window.id());
    }
    draft.emit(new Event.AfterTicketArranged(window.id(), after));
    return draft.accepted();
  }

  private static void move(Draft draft, Window.Open from, WindowId to, AfterTicket after) {
    ClerkId clerk = from.post().clerk();
    var reason = TideReason.manual(after.reason());
    draft.emit(new Event.ClerkSignedOut(from.id(), clerk));
    if (after.closes() && from.plan().inService()) {
      TideTurn.close(draft, from.id(), reason, after.by(), "");
    }
    if (!draft.state().window(to).plan().inService()) {
      TideTurn.openFor(draft, to, from.id(), reason, after.by());
    }
    Instant expected = draft.now().plus(way(draft, from.post()));
    draft.emit(new Event.ClerkSignedIn(to, clerk, null, expected));
  }

  /**
   * How long she needs to come. Who is still on her way here, as when it is taken back, has gone no
   * further than since she was sent.
   */
  private static Duration way(Draft draft, Post here) {
    Duration lag = draft.state().plan().tides().lag();
    Instant expected = here.expected();
    return expected != null && expected.isAfter(draft.now())
        ? Duration.between(expected.minus(lag), draft.now())
        : lag;
  }

  private static Decision nobody(WindowId window) {
    return refused(
        Refusal.WINDOW_NOT_STAFFED,
        "Expected a clerk signed in at window %s, but nobody is",
        window);
  }
}
