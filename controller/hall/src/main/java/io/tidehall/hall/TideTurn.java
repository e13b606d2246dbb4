package io.tidehall.hall;

import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.tide.TideReason;
import io.tidehall.hall.tide.TideWish;
import io.tidehall.hall.window.Window;
import java.util.Optional;

/**
 * Opening and closing windows. Whoever was called stays: a window asked to close, or to lend its
 * clerk, finishes the ticket it has.
 */
final class TideTurn {
  private static final TideReason LENT = TideReason.manual("lent");
  private static final TideReason BACK = TideReason.manual("back");

  private TideTurn() {}

  static void open(Draft draft, WindowId window, TideReason reason, String by, String proposal) {
    turnOpen(draft, window, reason, by, proposal)
        .flatMap(it -> lender(draft, it, true))
        .ifPresent(lender -> shut(draft, lender, LENT.zh()));
  }

  /** Opens a window whose clerk comes from another: only that one may count as its lender. */
  static void openFor(Draft draft, WindowId window, WindowId from, TideReason reason, String by) {
    turnOpen(draft, window, reason, by, "")
        .flatMap(it -> lender(draft, it, true))
        .filter(from::equals)
        .ifPresent(lender -> shut(draft, lender, LENT.zh()));
  }

  private static Optional<TidalWindow> turnOpen(
      Draft draft, WindowId window, TideReason reason, String by, String proposal) {
    Optional<TidalWindow> tidal = draft.state().plan().tides().find(window);
    if (tidal.isPresent()) {
      draft.emit(new Event.TideTurned(window, TideWish.Act.OPEN, reason, by, proposal));
    }
    draft.emit(new Event.WindowOpened(window, reason.zh()));
    return tidal;
  }

  static void close(Draft draft, WindowId window, TideReason reason, String by, String proposal) {
    Optional<TidalWindow> tidal = draft.state().plan().tides().find(window);
    if (tidal.isPresent()) {
      draft.emit(new Event.TideTurned(window, TideWish.Act.CLOSE, reason, by, proposal));
    }
    shut(draft, window, reason.zh());
    tidal
        .flatMap(it -> lender(draft, it, false))
        .ifPresent(lender -> draft.emit(new Event.WindowOpened(lender, BACK.zh())));
  }

  private static void shut(Draft draft, WindowId window, String reason) {
    draft.emit(new Event.WindowClosed(window, reason));
    draft.sendHome(window);
    if (!(draft.state().windows().get(window) instanceof Window.Busy)) {
      draft.freed(window);
    }
  }

  /** The window that lends its clerk, if it is there and is in service or not, as asked. */
  private static Optional<WindowId> lender(Draft draft, TidalWindow tidal, boolean inService) {
    WindowId lender = tidal.lender();
    return lender == null
        ? Optional.empty()
        : draft
            .state()
            .findWindow(lender)
            .filter(it -> it.plan().inService() == inService)
            .map(Window::id);
  }
}
