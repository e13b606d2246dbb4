package io.tidehall.display.board;

import io.tidehall.display.Latest;
import io.tidehall.display.Surroundings;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.LinesState;
import java.time.Instant;

/**
 * All a hall board knows: the hall's retained states and the time, nothing of its own. So a board
 * that slept or restarted shows what one shows that never did.
 *
 * @param callZone only this zone's calls, windows and announcements are shown; empty for all
 */
public record BoardScreen(
    Surroundings surroundings,
    Latest<Catalogue> catalogue,
    Latest<LinesState> lines,
    Latest<BoardState> board,
    Latest<Announcements> announcements,
    String callZone) {
  public static BoardScreen at(Instant now, String callZone) {
    return new BoardScreen(
        Surroundings.at(now), Latest.none(), Latest.none(), Latest.none(), Latest.none(), callZone);
  }

  BoardScreen in(String zone) {
    return new BoardScreen(surroundings, catalogue, lines, board, announcements, zone);
  }

  BoardScreen with(Surroundings changed) {
    return new BoardScreen(changed, catalogue, lines, board, announcements, callZone);
  }

  BoardScreen withCatalogue(Latest<Catalogue> changed) {
    return new BoardScreen(surroundings, changed, lines, board, announcements, callZone);
  }

  BoardScreen withLines(Latest<LinesState> changed) {
    return new BoardScreen(surroundings, catalogue, changed, board, announcements, callZone);
  }

  BoardScreen withBoard(Latest<BoardState> changed) {
    return new BoardScreen(surroundings, catalogue, lines, changed, announcements, callZone);
  }

  BoardScreen withAnnouncements(Latest<Announcements> changed) {
    return new BoardScreen(surroundings, catalogue, lines, board, changed, callZone);
  }
}
