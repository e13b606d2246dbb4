package io.tidehall.display.board;

import io.tidehall.display.Happening;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.LinesState;
import java.util.List;

/** How a hall board's screen changes with what happens. */
public final class BoardFlow {
  private BoardFlow() {}

  public static BoardScreen next(BoardScreen screen, Happening happening) {
    BoardScreen seen = screen.with(screen.surroundings().after(happening));
    return switch (happening) {
      case Happening.Heard(Catalogue it) -> seen.withCatalogue(seen.catalogue().take(it, it.seq()));
      case Happening.Heard(LinesState it) -> seen.withLines(seen.lines().take(it, it.seq()));
      case Happening.Heard(BoardState it) -> seen.withBoard(seen.board().take(it, it.seq()));
      case Happening.Heard(Announcements it) ->
          seen.withAnnouncements(seen.announcements().take(it, it.seq()));
      case Happening.Heard(DeviceSetup it) ->
          seen.in(
              it.zone() == null ? "" : it.zone(),
              it.playlist() == null ? List.of() : it.playlist());
      case Happening.Reached(var reach, _) when reach != Reach.ONLINE ->
          seen.withCatalogue(seen.catalogue().afterSilence())
              .withLines(seen.lines().afterSilence())
              .withBoard(seen.board().afterSilence())
              .withAnnouncements(seen.announcements().afterSilence());
      case Happening.Heard _, Happening.Reached _, Happening.Tick _ -> seen;
    };
  }
}
