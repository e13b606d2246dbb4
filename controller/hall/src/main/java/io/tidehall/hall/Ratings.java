package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.ReasonLabel;
import io.tidehall.hall.rating.OpenRating;
import io.tidehall.hall.ticket.ServiceId;
import java.util.List;

/** Ratings: once per service, voluntary, and never taken for good from silence. */
final class Ratings {
  private static final int BAD = 2;
  private static final int LONGEST_TEXT = 150;

  private Ratings() {}

  static Decision rate(Draft draft, Command.Rate command) {
    OpenRating open = draft.state().ratings().get(command.service());
    if (open == null) {
      return unknown(command.service());
    }
    if (open.stage() == OpenRating.Stage.RATED) {
      return refused(
          Refusal.ALREADY_RATED,
          "Expected one rating a service, but %s has been rated",
          command.service());
    }
    if (!open.closesAt().isAfter(draft.now())) {
      return refused(
          Refusal.RATING_OVER, "Expected a rating before %s, but it came later", open.closesAt());
    }
    if (command.level() < 1 || command.level() > 5) {
      return refused(
          Refusal.BAD_RATING, "Expected a level from 1 to 5, but %d came", command.level());
    }
    int length = command.text().codePointCount(0, command.text().length());
    if (length > LONGEST_TEXT) {
      return refused(
          Refusal.BAD_RATING,
          "Expected a text of at most %d characters, but it has %d",
          LONGEST_TEXT,
          length);
    }
    List<ReasonLabel> labels = draft.state().plan().labels();
    for (String reason : command.reasons()) {
      if (labels.stream()
          .noneMatch(it -> it.level() == command.level() && it.code().equals(reason))) {
        return refused(
            Refusal.BAD_RATING,
            "Expected reasons of level %d, but %s is not one",
            command.level(),
            reason);
      }
    }
    if (command.level() <= BAD && command.reasons().isEmpty() && command.text().isBlank()) {
      return refused(
          Refusal.REASON_MISSING,
          "Expected at least one reason or a text with a bad rating, but there is none");
    }
    draft.emit(
        new Event.ServiceRated(
            command.service(),
            command.level(),
            command.reasons(),
            command.text(),
            command.channel()));
    return draft.accepted();
  }

  static Decision decline(Draft draft, Command.DeclineRating command) {
    OpenRating open = draft.state().ratings().get(command.service());
    if (open == null) {
      return unknown(command.service());
    }
    if (open.stage() == OpenRating.Stage.INVITED) {
      draft.emit(new Event.RatingSilent(command.service()));
    }
    return draft.accepted();
  }

  private static Decision unknown(ServiceId service) {
    return refused(
        Refusal.UNKNOWN_SERVICE,
        "Expected a service that may still be rated, but %s is unknown or its time is over",
        service);
  }
}
