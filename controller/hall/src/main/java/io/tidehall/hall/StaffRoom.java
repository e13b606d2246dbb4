package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.staff.Emergency;
import io.tidehall.hall.staff.StaffMessage;
import io.tidehall.hall.window.Post;
import io.tidehall.hall.window.Window;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Emergency calls and messages among the staff. */
final class StaffRoom {
  private StaffRoom() {}

  /**
   * An emergency is never refused for the window's state; a second call of a window is the same.
   */
  static Decision raise(Draft draft, Actor actor, Command.RaiseEmergency command) {
    HallState state = draft.state();
    Window window = state.windows().get(command.window());
    if (window == null) {
      return unknownWindow(command.window());
    }
    if (actor.kind() == Actor.Kind.VISITOR) {
      return staffOnly();
    }
    if (state.staff().emergencies().values().stream()
        .noneMatch(it -> it.window().equals(command.window()))) {
      String by =
          actor.kind() == Actor.Kind.DEVICE
              ? window.findPost().map(Post::clerk).map(ClerkId::value).orElse(actor.id())
              : actor.id();
      draft.emit(new Event.EmergencyRaised("emergency-" + (state.seq() + 1), command.window(), by));
    }
    return draft.accepted();
  }

  static Decision accept(Draft draft, Actor actor, Command.AcceptEmergency command) {
    Emergency emergency = find(draft, command.emergency());
    if (emergency == null) {
      return unknownEmergency(command.emergency());
    }
    if (actor.kind() == Actor.Kind.VISITOR) {
      return staffOnly();
    }
    String accepted = emergency.acceptedBy();
    if (accepted != null) {
      return accepted.equals(actor.id())
          ? draft.accepted()
          : refused(
              Refusal.EMERGENCY_ACCEPTED,
              "Expected an emergency that nobody answers yet, but %s is on the way to window %s",
              accepted,
              emergency.window());
    }
    if (actor.id().equals(emergency.raisedBy()) || standsAt(draft, emergency.window(), actor)) {
      return refused(
          Refusal.EMERGENCY_OWN,
          "Expected somebody of another desk, but %s raised the emergency at window %s",
          actor.id(),
          emergency.window());
    }
    draft.emit(new Event.EmergencyAccepted(emergency.id(), emergency.window(), actor.id()));
    return draft.accepted();
  }

  static Decision clear(Draft draft, Actor actor, Command.ClearEmergency command) {
    Emergency emergency = find(draft, command.emergency());
    if (emergency == null) {
      return unknownEmergency(command.emergency());
    }
    if (actor.kind() == Actor.Kind.VISITOR) {
      return staffOnly();
    }
    draft.emit(
        new Event.EmergencyCleared(emergency.id(), emergency.window(), actor.id(), command.note()));
    return draft.accepted();
  }

  static Decision send(Draft draft, Actor actor, Command.SendMessage command) {
    if (actor.kind() != Actor.Kind.MANAGER && actor.kind() != Actor.Kind.SYSTEM) {
      return refused(
          Refusal.MANAGER_ONLY, "Expected a manager to send messages, but %s asked", actor.id());
    }
    if (command.text().isBlank()) {
      return refused(Refusal.MESSAGE_EMPTY, "Expected words to send, but there are none");
    }
    for (WindowId window : command.to()) {
      if (draft.state().findWindow(window).isEmpty()) {
        return unknownWindow(window);
      }
    }
    draft.emit(
        new Event.MessageSent(
            "message-" + (draft.state().seq() + 1), actor.id(), command.to(), command.text()));
    return draft.accepted();
  }

  static Decision read(Draft draft, Window.Open window, Command.ReadMessage command) {
    StaffMessage message =
        ((Map<String, StaffMessage>) draft.state().staff().messages()).get(command.message());
    if (message == null) {
      return refused(
          Refusal.UNKNOWN_MESSAGE,
          "Expected a message of today, but there is no %s",
          command.message());
    }
    if (message.isFor(window.id(), window.post().clerk())) {
      draft.emit(new Event.MessageRead(message.id(), window.id(), window.post().clerk()));
    }
    return draft.accepted();
  }

  private static @Nullable Emergency find(Draft draft, String id) {
    return ((Map<String, Emergency>) draft.state().staff().emergencies()).get(id);
  }

  private static boolean standsAt(Draft draft, WindowId window, Actor actor) {
    return draft
        .state()
        .findWindow(window)
        .flatMap(Window::findPost)
        .filter(post -> post.clerk().value().equals(actor.id()))
        .isPresent();
  }

  private static Decision unknownWindow(WindowId window) {
    return refused(
        Refusal.UNKNOWN_WINDOW,
        "Expected a window of this hall, but there is no window %s",
        window);
  }

  private static Decision unknownEmergency(String id) {
    return refused(
        Refusal.UNKNOWN_EMERGENCY,
        "Expected an emergency that is not over, but there is no %s",
        id);
  }

  private static Decision staffOnly() {
    return refused(Refusal.STAFF_ONLY, "Expected a member of staff, but a visitor asked");
  }
}
