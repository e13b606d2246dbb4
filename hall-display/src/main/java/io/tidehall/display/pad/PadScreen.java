package io.tidehall.display.pad;

import io.tidehall.display.Latest;
import io.tidehall.display.Surroundings;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All a call pad knows.
 *
 * @param asking the press that the hall has not answered yet
 * @param last the last press that counted
 * @param said what the pad tells its clerk for a few seconds
 * @param held the key that is down and has not meant anything yet
 */
public record PadScreen(
    Surroundings surroundings,
    String window,
    Latest<WindowState> state,
    @Nullable Asking asking,
    @Nullable Asking last,
    @Nullable Said said,
    @Nullable Held held) {
  /** A key that went down at an instant. */
  public record Held(Act.Button key, Instant since) {}

  /** One press on its way to the hall; {@code press} counts the presses from 1. */
  public record Asking(long press, Act.Button button, Instant since) {}

  /** Words for the clerk, shown until an instant. */
  public record Said(Tone tone, Text words, Instant until) {}

  /** How the words are meant. */
  public enum Tone {
    DONE,
    REFUSED,
    FAILED
  }

  public static PadScreen at(Instant now) {
    return new PadScreen(Surroundings.at(now), "", Latest.none(), null, null, null, null);
  }

  PadScreen with(Surroundings changed) {
    return new PadScreen(changed, window, state, asking, last, said, held);
  }

  PadScreen withWindow(String changed, Latest<WindowState> itsState) {
    return new PadScreen(surroundings, changed, itsState, asking, last, said, held);
  }

  PadScreen withState(Latest<WindowState> changed) {
    return new PadScreen(surroundings, window, changed, asking, last, said, held);
  }

  PadScreen withAsking(Asking press) {
    return new PadScreen(surroundings, window, state, press, press, null, held);
  }

  PadScreen withSaid(@Nullable Asking stillAsking, @Nullable Said words) {
    return new PadScreen(surroundings, window, state, stillAsking, last, words, held);
  }

  PadScreen withHeld(@Nullable Held key) {
    return new PadScreen(surroundings, window, state, asking, last, said, key);
  }
}
