package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.window.Window;

/** Moving a clerk from one window to another in one step: nobody is left between two windows. */
final class Borrowing {
  private Borrowing() {}

  static Decision borrow(Draft draft, Actor actor, Command.BorrowClerk command) {
    if (actor.kind() != Actor.Kind.MANAGER) {
      return refused(
          Refusal.MANAGER_ONLY, "Expected a manager, but %s of %s asked", actor.id(), actor.kind());
    }
    Window from = draft.state().windows().get(command.from());
    Window to = draft.state().windows().get(command.window());
    if (from == null || to == null) {
      return refused(
          Refusal.UNKNOWN_WINDOW,
          "Expected two windows of this hall, but there is no window %s",
          from == null ? command.from() : command.window());
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
    return switch (from) {
      case Window.Closed _ ->
          refused(
              Refusal.WINDOW_NOT_STAFFED,
              "Expected a clerk signed in at window %s, but nobody is",
              command.from());
      case Window.Busy busy ->
          refused(
              Refusal.WINDOW_BUSY,
              busy.ticket(),
              "Expected window %s to have no ticket, but it has %s",
              command.from(),
              busy.ticket().number());
      case Window.Free free -> move(draft, actor, free, command);
      case Window.Paused paused -> move(draft, actor, paused, command);
    };
  }

  private static Decision move(
      Draft draft, Actor actor, Window.Open from, Command.BorrowClerk command) {
    ClerkId clerk = from.post().clerk();
    var reason = TideReason.manual(command.reason());
    draft.emit(new Event.ClerkSignedOut(from.id(), clerk));
    if (command.closes() && from.plan().inService()) {
      TideTurn.close(draft, from.id(), reason, actor.id(), "");
    }
    WindowId window = command.window();
    if (!draft.state().window(window).plan().inService()) {
      TideTurn.openFor(draft, window, from.id(), reason, actor.id());
    }
    draft.emit(new Event.ClerkSignedIn(window, clerk, null));
    return draft.accepted();
  }
}
