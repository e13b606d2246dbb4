package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.LineSpeed;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowSpeeds;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Choosing how tickets are routed, and telling everybody something, while the hall runs. */
final class Steer {
  private static final Duration LEAST_AUTO = Duration.ofSeconds(1);
  private static final Duration MOST_AUTO = Duration.ofMinutes(10);

  private Steer() {}

  static Decision changePolicy(Draft draft, Command.ChangePolicy command) {
    Optional<Decision> problem = problem("policy", command.policy());
    if (problem.isPresent()) {
      return problem.get();
    }
    if (command.policy().equals(draft.state().steering().policy())) {
      return refused(
          Refusal.NO_CHANGE, "Expected another policy, but %s is in use already", command.policy());
    }
    draft.emit(new Event.PolicyChanged(command.policy()));
    return draft.accepted();
  }

  static Decision announce(Draft draft, Command.Announce command) {
    if (command.text().isBlank()) {
      return refused(Refusal.NO_WORDS, "Expected words to announce, but there are none");
    }
    boolean known =
        command.zone().isEmpty()
            || draft.state().plan().windows().stream()
                .anyMatch(window -> window.zone().equals(command.zone()));
    if (!known) {
      return refused(
          Refusal.UNKNOWN_ZONE,
          "Expected a zone of this hall, but no window stands in %s",
          command.zone());
    }
    draft.emit(new Event.Announced(command.id(), command.zone(), command.text()));
    return draft.accepted();
  }

  /** Which devices there are is none of the rules' business; who changed that is for ever. */
  static Decision changeDevice(Draft draft, Actor actor, Command.ChangeDevice command) {
    if (!mayChange(actor, command)) {
      return refused(
          Refusal.DEVICES_MANAGER_ONLY,
          "Expected a manager to change a device, but it is %s",
          actor.id());
    }
    draft.emit(new Event.DeviceChanged(command.device(), command.change(), command.detail()));
    return draft.accepted();
  }

  private static boolean mayChange(Actor actor, Command.ChangeDevice command) {
    DeviceChange change = command.change();
    return switch (actor.kind()) {
      case MANAGER -> !change.ofDoor();
      case DEVICE ->
          change == DeviceChange.NEW_ROLL
              || (change.ofDoor() && command.device().equals(actor.id()));
      default -> false;
    };
  }

  static Decision changeCalling(Draft draft, Actor actor, Command.ChangeCalling command) {
    Window window = draft.state().windows().get(command.window());
    if (window == null) {
      return refused(
          Refusal.UNKNOWN_WINDOW,
          "Expected a window of this hall, but there is no window %s",
          command.window());
    }
    if (actor.kind() == Actor.Kind.CLERK
        && window.findPost().filter(it -> it.clerk().value().equals(actor.id())).isEmpty()) {
      return refused(
          Refusal.NOT_YOUR_WINDOW,
          "Expected the clerk of window %s, but %s is not signed in there",
          command.window(),
          actor.id());
    }
    Duration after = command.autoAfter();
    if (after != null && (after.compareTo(LEAST_AUTO) < 0 || after.compareTo(MOST_AUTO) > 0)) {
      return refused(
          Refusal.BAD_CALL_TIME,
          "Expected the next call 1 to 600 seconds after a ticket, but it is %d seconds",
          after.toSeconds());
    }
    if (Objects.equals(after, window.plan().autoAfter())) {
      return refused(
          Refusal.NO_CHANGE,
          "Expected another way of calling, but window %s has this one already",
          command.window());
    }
    draft.emit(new Event.CallingChanged(command.window(), after));
    return draft.accepted();
  }

  static Decision learnSpeeds(Draft draft, Command.LearnSpeeds command) {
    HallState state = draft.state();
    for (WindowSpeeds its : command.windows()) {
      if (state.findWindow(its.window()).isEmpty()) {
        return refused(
            Refusal.UNKNOWN_WINDOW,
            "Expected a window of this hall, but there is no window %s",
            its.window());
      }
      for (LineSpeed speed : its.speeds()) {
        if (state.plan().findLine(speed.line()).isEmpty()) {
          return refused(
              Refusal.UNKNOWN_LINE,
              "Expected speeds at lines of this hall, but there is no line %s",
              speed.line());
        }
      }
    }
    for (WindowSpeeds its : command.windows()) {
      if (!its.speeds().equals(state.window(its.window()).plan().speeds())) {
        draft.emit(new Event.SpeedsLearned(its.window(), its.speeds()));
      }
    }
    return draft.accepted();
  }

  /** The free windows whose time has come call by themselves, the earliest first. */
  static void callDue(Draft draft) {
    List<Window.Free> due = new ArrayList<>();
    for (Window window : draft.state().windows().values()) {
      if (window instanceof Window.Free free
          && free.callsAt().filter(at -> !at.isAfter(draft.now())).isPresent()) {
        due.add(free);
      }
    }
    due.sort(Comparator.comparing(it -> it.callsAt().orElseThrow()));
    for (Window.Free free : due) {
      if (!draft.callNext(free)) {
        draft.emit(new Event.WindowAsked(free.id()));
      }
    }
  }

  /** Why a policy cannot be used, empty when it can. */
  static Optional<Decision> problem(String where, PolicyPlan policy) {
    return Policies.problems(policy).stream()
        .findFirst()
        .map(
            it ->
                it.parameter().isEmpty()
                    ? refused(
                        Refusal.UNKNOWN_POLICY,
                        "Expected %s to be %s, but it is %s",
                        where,
                        it.expected(),
                        it.came())
                    : refused(
                        Refusal.BAD_POLICY_PARAMETER,
                        "Expected %s.%s to be %s, but it is %s",
                        where,
                        it.parameter(),
                        it.expected(),
                        it.came()));
  }
}
