package io.tidehall.hall;

import static io.tidehall.hall.Draft.refused;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast.LineDemand;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideWish;
import java.util.Optional;

/** What managers answer to the proposals of tidal rules, and what is told from outside. */
final class TideProposals {
  private TideProposals() {}

  static Decision approve(Draft draft, Actor actor, Command.ApproveTide command) {
    Optional<WindowId> window = draft.state().tides().findWindow(command.proposal());
    if (window.isEmpty()) {
      return unknown(command.proposal());
    }
    if (actor.kind() != Actor.Kind.MANAGER) {
      return managerOnly(actor);
    }
    TideProposal proposal = draft.state().tides().findProposal(window.get()).orElseThrow();
    if (proposal.act() == TideWish.Act.OPEN) {
      TideTurn.open(draft, window.get(), proposal.reason(), actor.id(), proposal.id());
    } else {
      TideTurn.close(draft, window.get(), proposal.reason(), actor.id(), proposal.id());
    }
    return draft.accepted();
  }

  static Decision refuse(Draft draft, Actor actor, Command.RefuseTide command) {
    Optional<WindowId> window = draft.state().tides().findWindow(command.proposal());
    if (window.isEmpty()) {
      return unknown(command.proposal());
    }
    if (actor.kind() != Actor.Kind.MANAGER) {
      return managerOnly(actor);
    }
    if (command.reason().isBlank()) {
      return refused(
          Refusal.REASON_MISSING, "Expected a reason for the refusal, but there is none");
    }
    draft.emit(
        new Event.TideProposalEnded(
            window.get(),
            command.proposal(),
            TideProposal.End.REFUSED,
            actor.id(),
            command.reason()));
    return draft.accepted();
  }

  static Decision estimate(Draft draft, Command.EstimateTide command) {
    Optional<WindowId> window = draft.state().tides().findWindow(command.proposal());
    if (window.isEmpty()) {
      return unknown(command.proposal());
    }
    draft.emit(new Event.TideEstimated(window.get(), command.proposal(), command.effect()));
    return draft.accepted();
  }

  static Decision forecast(Draft draft, Command.ForecastDemand command) {
    for (LineDemand line : command.forecast().lines()) {
      if (draft.state().plan().lines().stream()
          .noneMatch(it -> it.id().value().equals(line.line()))) {
        return refused(
            Refusal.UNKNOWN_LINE,
            "Expected a forecast for lines of this hall, but there is no line %s",
            line.line());
      }
    }
    draft.emit(new Event.DemandForecast(command.forecast()));
    return draft.accepted();
  }

  private static Decision unknown(String proposal) {
    return refused(
        Refusal.UNKNOWN_PROPOSAL,
        "Expected a proposal that waits for an answer, but there is no %s",
        proposal);
  }

  static Decision managerOnly(Actor actor) {
    return refused(
        Refusal.MANAGER_ONLY, "Expected a manager, but %s of %s asked", actor.id(), actor.kind());
  }
}
