package io.tidehall.display.led;

import io.tidehall.display.Pages;
import io.tidehall.display.Surroundings;
import io.tidehall.display.Widths;
import io.tidehall.display.Words;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.protocol.WindowState.Tide;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private final int letters;

  private LedPainter(LedScreen screen, Language language, int letters) {
    this.screen = screen;
    this.words = Words.in(language);
    this.letters = letters;
  }

  /**
   * The faces by window, in the hall's order; empty until the hall was heard.
   *
   * @param letters how many Latin letters a strip shows at once, a Chinese character being two
   */
  public static Map<String, Face> paint(LedScreen screen, Language language, int letters) {
    var painter = new LedPainter(screen, language, letters);
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
      case NOT_OPEN -> window.tide() == Tide.OPENING ? opening(window) : blank("led.not-open");
      case IDLE -> idle(window);
      case PAUSED -> paused(window.pause());
      case CALLED, SERVING ->
          new Face(
              words.say(
                  window.stage() == Stage.CALLED ? "led.please" : "led.serving", window.number()),
              figures(window.number()),
              board.calls().stream()
                  .anyMatch(call -> call.window().equals(window.window()) && fresh(call)));
    };
  }

  private Face idle(BoardState.Window window) {
    if (window.onDuty()) {
      return inTurn(words.say("led.welcome"), words.say("led.duty"));
    }
    return window.tidal()
        ? inTurn(words.say("led.welcome"), words.say("led.tidal"))
        : blank("led.welcome");
  }

  /** When the clerk should be there; a time that has passed is no promise any more. */
  private Face opening(BoardState.Window window) {
    String minutes = words.opensIn(window.opensAt(), screen.surroundings());
    return minutes.isEmpty()
        ? blank("led.opening")
        : inTurn(words.say("led.opening"), words.say("led.opening.soon", minutes));
  }

  /** A return time that has passed is no promise any more, so it is not shown. */
  private Face paused(WindowState.@Nullable Pause pause) {
    String paused = words.say("led.paused");
    if (pause == null) {
      return inTurn(paused);
    }
    String reason = pause.reason().in(words.language());
    Instant until = pause.until();
    Surroundings hall = screen.surroundings();
    if (until == null) {
      return inTurn(paused, reason);
    }
    return inTurn(
        paused,
        reason,
        until.isAfter(hall.now())
            ? words.say("led.paused.until", words.moment(until, hall))
            : words.say("led.paused.soon"));
  }

  private Face blank(String key) {
    return inTurn(words.say(key));
  }

  /** Texts that take turns by the hall's clock, in pieces where a strip is too narrow for one. */
  private Face inTurn(String... texts) {
    List<String> pages =
        Arrays.stream(texts).flatMap(it -> Widths.pieces(it, letters).stream()).toList();
    int shown = Pages.shown(pages.size(), screen.surroundings().now());
    return new Face(pages.get(shown), 0, false);
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
