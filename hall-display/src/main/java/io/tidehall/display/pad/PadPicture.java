package io.tidehall.display.pad;

import io.tidehall.protocol.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen on the call pad's small screen.
 *
 * @param message what the hall said no to, or that it cannot be reached; or empty
 */
public record PadPicture(
    String window,
    String number,
    String stage,
    String waiting,
    String message,
    @Nullable Mood mood,
    List<Key> keys) {
  /** How the message is painted. */
  public enum Mood {
    ASKING,
    DONE,
    REFUSED,
    STALE
  }

  /**
   * One key on the screen.
   *
   * @param second what it means when held, or empty
   */
  public record Key(Act.Button button, String label, String second, Use use) {}

  /** How useful a button is now; pressing any is allowed, for the hall decides. */
  public enum Use {
    /** What the clerk does next in nearly every case. */
    USUAL,
    POSSIBLE,
    IDLE,
    /** Always there, and always meant. */
    EMERGENCY
  }
}
