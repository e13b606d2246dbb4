package io.tidehall.display.led;

import io.tidehall.display.Surroundings;
import io.tidehall.display.Words;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.protocol.WindowState.Tide;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what the strip of each window shows at a {@link LedScreen}'s instant. */
public final class LedPainter {
  /** How long a call or recall is emphasised. */
  public static final Duration EMPHASIS = Duration.ofSeconds(10);

  /**
   * A strip has no room to say that its content is old, so after so long a silence it shows no
   * number any more.
   */
  public static final Duration SILENCE = Duration.ofSeconds(15);

  private final LedScreen screen;
  private final Words words;

  private LedPainter(LedScreen screen, Language language) {
    this.screen = screen;
    this.words = Words.in(language);
  }

  /** The faces by window, in the hall's order; empty until the hall was heard. */
  public static Map<String, Face> paint(LedScreen screen, Language language) {
    var painter = new LedPainter(screen, language);
    Map<String, Face> faces = new LinkedHashMap<>();
    BoardState board = screen.board().value();
    if (board != null) {
      board.windows().forEach(window -> faces.put(window.window(), painter.face(board, window)));
    }
    return faces;
  }

  /** What strips are left with when nobody tells them any more. */
  static Face farewell(Language language) {
    return new Face(Words.in(language).say("led.not-open"), 0, false);
  }

  private Face face(BoardState board, BoardState.Window window) {
    if (silent()) {
      return blank("led.silent");
    }
    return switch (window.stage()) {
      case NOT_OPEN -> blank(window.tide() == Tide.OPENING ? "led.opening" : "led.not-open");
      case IDLE -> blank("led.welcome");
      case PAUSED -> blank("led.paused");
      case CALLED, SERVING ->
          new Face(
              words.say(
                  window.stage() == Stage.CALLED ? "led.please" : "led.serving", window.number()),
              figures(window.number()),
              board.calls().stream()
                  .anyMatch(call -> call.window().equals(window.window()) && fresh(call)));
    };
  }

  private Face blank(String key) {
    return new Face(words.say(key), 0, false);
  }

  private boolean silent() {
    Surroundings hall = screen.surroundings();
    return hall.stale() && !hall.now().isBefore(hall.lastHeard().plus(SILENCE));
  }

  private boolean fresh(BoardState.Call call) {
    return screen.surroundings().now().isBefore(call.at().plus(EMPHASIS));
  }

  /** The figures of a ticket's number: 17 of A017. */
  static int figures(String number) {
    String figures = number.replaceAll("^.*?(\\d{0,9})$", "$1");
    return figures.isEmpty() ? 0 : Integer.parseInt(figures);
  }
}
