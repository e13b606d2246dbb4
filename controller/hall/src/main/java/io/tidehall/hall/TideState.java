package io.tidehall.hall;

import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What the tidal rules remember and propose today.
 *
 * @param looked the minute of the day when they were last asked; {@link TideMemory#NEVER} before
 * @param demand today's forecast, or null when the hall file's holds
 */
public record TideState(
    double looked, TreePMap<WindowId, OfWindow> windows, @Nullable DemandForecast demand) {
  /** The beginning of a day. */
  public static final TideState EMPTY = new TideState(TideMemory.NEVER, TreePMap.empty(), null);

  /**
   * One tidal window.
   *
   * @param manned since which minute somebody is signed in; {@link TideMemory#NEVER} if nobody is
   * @param quietUntil until which minute nothing is proposed, after a refusal
   */
  public record OfWindow(
      TideMemory memory, double manned, @Nullable TideProposal proposal, double quietUntil) {
    static final OfWindow FRESH =
        new OfWindow(TideMemory.FRESH, TideMemory.NEVER, null, TideMemory.NEVER);

    OfWindow with(TideMemory next) {
      return new OfWindow(next, manned, proposal, quietUntil);
    }

    OfWindow withManned(double since) {
      return new OfWindow(memory, since, proposal, quietUntil);
    }

    OfWindow with(@Nullable TideProposal next, double quiet) {
      return new OfWindow(memory, manned, next, quiet);
    }
  }

  /** What is known of a window; nothing yet for one never seen today. */
  public OfWindow of(WindowId window) {
    OfWindow known = windows.get(window);
    return known == null ? OfWindow.FRESH : known;
  }

  /** The proposal that waits for an answer at a window. */
  public Optional<TideProposal> findProposal(WindowId window) {
    return Optional.ofNullable(of(window).proposal());
  }

  /** The window that a waiting proposal is about. */
  public Optional<WindowId> findWindow(String proposal) {
    return windows.entrySet().stream()
        .filter(
            it ->
                it.getValue().proposal() != null && it.getValue().proposal().id().equals(proposal))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  TideState with(WindowId window, OfWindow next) {
    return new TideState(looked, windows.plus(window, next), demand);
  }

  TideState withLooked(double minute) {
    return new TideState(minute, windows, demand);
  }

  TideState withDemand(DemandForecast next) {
    return new TideState(looked, windows, next);
  }

  TideState without(WindowId window) {
    return new TideState(looked, windows.minus(window), demand);
  }
}
