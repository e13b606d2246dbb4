package io.tidehall.display.pad;

import io.tidehall.display.pad.PadScreen.Tone;
import io.tidehall.protocol.WindowState;
import java.time.Duration;

/**
 * What a pad with a few figures shows instead of a screen.
 *
 * @param number the figures of the ticket called or served, 0 for none
 * @param waiting how many wait, at most 99
 * @param refused whether the last press was refused, or not even sent
 */
public record PadFigures(int number, int waiting, State state, boolean refused) {
  /** What the window is doing. */
  public enum State {
    /** Nothing is known, or what is known may be old: figures go out. */
    SILENT(0),
    NOT_OPEN(1),
    IDLE(2),
    CALLED(3),
    SERVING(4),
    PAUSED(5);

    private final int code;

    State(int code) {
      this.code = code;
    }

    /** Its number in frames. */
    int code() {
      return code;
    }
  }

  /** After so long a silence of the hall no number is shown any more. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private static final PadFigures NONE = new PadFigures(0, 0, State.SILENT, false);

  /** The figures of a screen at its instant. */
  public static PadFigures of(PadScreen screen) {
    WindowState state = screen.state().value();
    var hall = screen.surroundings();
    boolean refused = screen.said() != null && screen.said().tone() != Tone.DONE;
    if (state == null || (hall.stale() && !hall.now().isBefore(hall.lastHeard().plus(SILENCE)))) {
      return new PadFigures(0, 0, State.SILENT, refused);
    }
    return new PadFigures(
        figures(state.number()), Math.min(99, state.waiting()), state(state.stage()), refused);
  }

  /** When nobody tells the pad anything any more. */
  static PadFigures none() {
    return NONE;
  }

  private static State state(WindowState.Stage stage) {
    return switch (stage) {
      case NOT_OPEN -> State.NOT_OPEN;
      case IDLE -> State.IDLE;
      case CALLED -> State.CALLED;
      case SERVING -> State.SERVING;
      case PAUSED -> State.PAUSED;
    };
  }

  private static int figures(String number) {
    String figures = number.replaceAll("^.*?(\\d{0,4})$", "$1");
    return figures.isEmpty() ? 0 : Integer.parseInt(figures);
  }
}
