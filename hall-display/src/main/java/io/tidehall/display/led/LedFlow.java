package io.tidehall.display.led;

import io.tidehall.display.Happening;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.BoardState;

/** How what the strips know changes with what happens. */
public final class LedFlow {
  private LedFlow() {}

  public static LedScreen next(LedScreen screen, Happening happening) {
    var surroundings = screen.surroundings().after(happening);
    return switch (happening) {
      case Happening.Heard(BoardState board) ->
          new LedScreen(surroundings, screen.board().take(board, board.seq()));
      case Happening.Reached(var reach, _) when reach != Reach.ONLINE ->
          new LedScreen(surroundings, screen.board().afterSilence());
      case Happening.Heard _, Happening.Reached _, Happening.Tick _ ->
          new LedScreen(surroundings, screen.board());
    };
  }
}
