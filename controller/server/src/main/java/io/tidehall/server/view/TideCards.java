package io.tidehall.server.view;

import io.tidehall.hall.HallState;
import io.tidehall.hall.TideState;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.tide.TideEffect;
import io.tidehall.hall.tide.TideMemory;
import io.tidehall.hall.tide.TideProposal;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tidal windows and the proposals of their rules, in words. */
public final class TideCards {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private TideCards() {}

  /** The tidal windows in the order of the hall file. */
  public static List<Console.Tide> tides(HallState state) {
    return state.plan().tides().windows().stream()
        .flatMap(tidal -> tide(state, tidal).stream())
        .toList();
  }

  private static Optional<Console.Tide> tide(HallState state, TidalWindow tidal) {
    TideState.OfWindow known = state.tides().of(tidal.window());
    return state
        .findWindow(tidal.window())
        .map(
            window ->
                new Console.Tide(
                    window.id().value(),
                    Views.name(window.plan()),
                    stage(window),
                    tidal.rule().name(),
                    tidal.automatic(),
                    known.memory().openings(),
                    state
                        .tides()
                        .findProposal(window.id())
                        .map(it -> proposal(state, window, it))
                        .orElse(null)));
  }

  /** How far a tidal window is from serving people. */
  public static String stage(Window window) {
    boolean staffed = window instanceof Window.Open;
    return window.plan().inService()
        ? staffed ? "OPEN" : "OPENING"
        : staffed ? "CLOSING" : "CLOSED";
  }

  /** When a window that was asked to open should be manned; null when it was not. */
  static @Nullable Instant opensAt(HallState state, Window window) {
    double asked = state.tides().of(window.id()).memory().openedAt();
    if (!stage(window).equals("OPENING")
        || asked == TideMemory.NEVER
        || state.plan().tides().find(window.id()).isEmpty()) {
      return null;
    }
    return state
        .day()
        .atStartOfDay(ZoneId.of(state.plan().zone()))
        .toInstant()
        .plusMillis(Math.round(asked * 60_000))
        .plus(state.plan().tides().lag());
  }

  private static Console.Proposal proposal(HallState state, Window window, TideProposal it) {
    Text what = Words.text(it.act() == TideWish.Act.OPEN ? "tide.open" : "tide.close", window.id());
    TideEffect effect = it.effect();
    return new Console.Proposal(
        it.id(),
        it.act().name(),
        effect == null ? what : effect(state, what, effect),
        Text.of(it.reason().zh(), it.reason().en()),
        effect == null ? null : effect.before(),
        effect == null ? null : effect.after(),
        it.until(),
        effect != null && effect.simulated());
  }

  private static Text effect(HallState state, Text what, TideEffect effect) {
    String until = TIME.format(state.plan().local(effect.until()));
    return Text.of(
        Words.text("tide.effect", what.zh(), until, effect.before(), effect.after()).zh(),
        Words.text("tide.effect", what.en(), until, effect.before(), effect.after()).en());
  }
}
