package io.tidehall.display.led;

import io.tidehall.display.Latest;
import io.tidehall.display.Surroundings;
import io.tidehall.protocol.BoardState;
import java.time.Instant;

/** All that the strips of a line know: the board's retained state and the time. */
public record LedScreen(Surroundings surroundings, Latest<BoardState> board) {
  public static LedScreen at(Instant now) {
    return new LedScreen(Surroundings.at(now), Latest.none());
  }
}
