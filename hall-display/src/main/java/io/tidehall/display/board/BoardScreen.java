package io.tidehall.display.board;

import io.tidehall.display.Latest;
import io.tidehall.display.Surroundings;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.LinesState;
import java.time.Instant;
import java.util.List;

/**
 * All a hall board knows: the hall's retained states and the time, nothing of its own. So a board
 * that slept or restarted shows what one shows that never did.
 *
 * @param playlist pictures and films, in order
 * @param callZone only this zone's calls, windows and announcements are shown; empty for all
 */
public record BoardScreen(
    Surroundings surroundings,
    Latest<Catalogue> catalogue,
    Latest<LinesState> lines,
    Latest<BoardState> board,
    Latest<Announcements> announcements,
    List<Show> playlist,
    String callZone) {
  public static BoardScreen at(Instant now, String callZone) {
    return new BoardScreen(
        Surroundings.at(now),
        Latest.none(),
        Latest.none(),
        Latest.none(),
        Latest.none(),
        List.of(),
        callZone);
  }

  BoardScreen in(String zone, List<Show> shows) {
    return new BoardScreen(
        surroundings, catalogue, lines, board, announcements, List.copyOf(shows), zone);
  }

  BoardScreen with(Surroundings changed) {
    return new BoardScreen(changed, catalogue, lines, board, announcements, playlist, callZone);
  }

  BoardScreen withCatalogue(Latest<Catalogue> changed) {
    return new BoardScreen(surroundings, changed, lines, board, announcements, playlist, callZone);
  }

  BoardScreen withLines(Latest<LinesState> changed) {
    return new BoardScreen(
        surroundings, catalogue, changed, board, announcements, playlist, callZone);
  }

  BoardScreen withBoard(Latest<BoardState> changed) {
    return new BoardScreen(
        surroundings, catalogue, lines, changed, announcements, playlist, callZone);
  }

  BoardScreen withAnnouncements(Latest<Announcements> changed) {
    return new BoardScreen(surroundings, catalogue, lines, board, changed, playlist, callZone);
  }
}
