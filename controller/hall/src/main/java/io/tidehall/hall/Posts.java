package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowFields;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.window.Window;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stands where, and how windows are set up. */
final class Posts {
  private Posts() {}

  static Decision signIn(Draft draft, Actor actor, Command.SignIn command) {
    HallState state = draft.state();
    Window window = state.windows().get(command.window());
    if (window == null) {
      return unknown(command.window());
    }
    Optional<Clerk> clerk = state.plan().findClerk(command.clerk());
    if (clerk.isEmpty()) {
      return refused(
          Refusal.UNKNOWN_CLERK,
          "Expected a clerk of this hall, but there is no badge %s",
          command.clerk());
    }
    if (actor.kind() == Actor.Kind.CLERK && !actor.id().equals(command.clerk().value())) {
      return refused(
          Refusal.NOT_YOUR_WINDOW,
          "Expected a clerk to sign in under her own badge, but %s asked for %s",
          actor.id(),
          command.clerk());
    }
    ClerkId away = command.standingInFor();
    if (away != null && !clerk.get().standsInFor().contains(away)) {
      return refused(
          Refusal.MAY_NOT_STAND_IN,
          "Expected a clerk who may stand in for %s, but %s may not",
          away,
          command.clerk());
    }
    if (!window.plan().inService()) {
      return refused(
          Refusal.WINDOW_NOT_IN_SERVICE,
          "Expected a window that is in service, but window %s is not: the manager opens it",
          command.window());
    }
    if (window instanceof Window.Open open) {
      return open.post().clerk().equals(command.clerk())
          ? refused(
              Refusal.NO_CHANGE,
              "Expected to sign in at window %s, but %s is signed in there already",
              command.window(),
              command.clerk())
          : refused(
              Refusal.WINDOW_TAKEN,
              "Expected window %s to be free, but %s is signed in there",
              command.window(),
              open.post().clerk());
    }
    long held =
        state.windows().values().stream()
            .filter(
                other ->
                    other
                        .findPost()
                        .filter(post -> post.clerk().equals(command.clerk()))
                        .isPresent())
            .count();
    if (held >= state.plan().rules().clerkWindows()) {
      return refused(
          Refusal.CLERK_ELSEWHERE,
          "Expected at most %d windows a clerk, but %s holds %d already",
          state.plan().rules().clerkWindows(),
          command.clerk(),
          held);
    }
    draft.emit(new Event.ClerkSignedIn(command.window(), command.clerk(), away, null));
    return draft.accepted();
  }

  /** Whoever has left without signing out is signed out, and the other stands in for her. */
  static Decision takeOver(Draft draft, Actor actor, Command.TakeOver command) {
    Window window = draft.state().windows().get(command.window());
    if (window == null) {
      return unknown(command.window());
    }
    if (!(window instanceof Window.Open open)) {
      return refused(
          Refusal.WINDOW_NOT_STAFFED,
          "Expected a clerk to take window %s over from, but nobody is signed in there",
          command.window());
    }
    ClerkId away = open.post().clerk();
    if (away.equals(command.clerk())) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected another clerk to take window %s over, but %s is signed in there already",
          command.window(),
          away);
    }
    if (window instanceof Window.Busy busy) {
      return refused(
          Refusal.WINDOW_BUSY,
          busy.ticket(),
          "Expected window %s to be without a ticket, but it still has %s",
          command.window(),
          busy.ticket().number());
    }
    draft.emit(new Event.ClerkSignedOut(command.window(), away));
    return signIn(draft, actor, new Command.SignIn(command.window(), command.clerk(), away));
  }

  static Decision change(Draft draft, Command.ChangeWindow command) {
    HallState state = draft.state();
    Window window = state.windows().get(command.window());
    if (window == null) {
      return unknown(command.window());
    }
    for (LineId line : command.lines()) {
      if (state.plan().findLine(line).isEmpty()) {
        return refused(
            Refusal.UNKNOWN_LINE, "Expected lines of this hall, but there is no line %s", line);
      }
    }
    WindowFields fields = command.fields();
    Optional<Decision> noField = unknownField(state.plan(), fields);
    if (noField.isPresent()) {
      return noField.get();
    }
    WindowPlan next = window.plan().withSetup(command.kind(), command.lines());
    next = fields == null ? next : next.withFields(fields);
    if (next.equals(window.plan())) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected another kind, scope or field, but window %s has this one already",
          command.window());
    }
    draft.emit(
        new Event.WindowChanged(
            command.window(),
            command.kind(),
            command.lines(),
            fields,
            Eligibility.scope(state.plan(), next).stream().map(Line::id).toList()));
    return Together.stranded(state, draft.state()).orElseGet(draft::accepted);
  }

  private static Optional<Decision> unknownField(HallPlan plan, @Nullable WindowFields fields) {
    if (fields == null) {
      return Optional.empty();
    }
    return Stream.concat(Stream.ofNullable(fields.home()), fields.second().stream())
        .filter(field -> plan.lines().stream().noneMatch(line -> line.field().equals(field)))
        .findFirst()
        .map(
            field ->
                refused(
                    Refusal.UNKNOWN_FIELD,
                    "Expected fields of this hall's lines, but no line is of the field %s",
                    field));
  }

  static Decision open(Draft draft, Actor actor, Command.OpenWindow command) {
    Window window = draft.state().windows().get(command.window());
    if (window == null) {
      return unknown(command.window());
    }
    if (window.plan().inService()) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected a window that is out of service, but window %s is in service",
          command.window());
    }
    TideTurn.open(draft, command.window(), TideReason.manual(command.reason()), actor.id(), "");
    return draft.accepted();
  }

  static Decision close(Draft draft, Actor actor, Command.CloseWindow command) {
    Window window = draft.state().windows().get(command.window());
    if (window == null) {
      return unknown(command.window());
    }
    if (!window.plan().inService()) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected a window that is in service, but window %s is not",
          command.window());
    }
    TideTurn.close(draft, command.window(), TideReason.manual(command.reason()), actor.id(), "");
    return draft.accepted();
  }

  static Decision unknown(WindowId window) {
    return refused(
        Refusal.UNKNOWN_WINDOW,
        "Expected a window of this hall, but there is no window %s",
        window);
  }
}
