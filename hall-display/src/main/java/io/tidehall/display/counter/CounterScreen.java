package io.tidehall.display.counter;

import io.tidehall.display.Latest;
import io.tidehall.display.Surroundings;
import io.tidehall.protocol.WindowState;
import java.time.Instant;

/**
 * All a counter display knows: its window's retained state and the time.
 *
 * @param window the window it stands at, or empty as long as nobody said
 */
public record CounterScreen(Surroundings surroundings, String window, Latest<WindowState> state) {
  public static CounterScreen at(Instant now) {
    return new CounterScreen(Surroundings.at(now), "", Latest.none());
  }
}
