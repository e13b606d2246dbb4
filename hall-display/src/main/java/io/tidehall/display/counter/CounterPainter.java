package io.tidehall.display.counter;

import io.tidehall.display.Pages;
import io.tidehall.display.Staleness;
import io.tidehall.display.Surroundings;
import io.tidehall.display.Widths;
import io.tidehall.display.Words;
import io.tidehall.display.counter.CounterPicture.Tone;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Tide;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link CounterScreen} shows at its instant. */
public final class CounterPainter {
  /** How long a call or recall is emphasised. */
  public static final Duration EMPHASIS = Duration.ofSeconds(10);

  private static final Text NOTHING = Text.zh("");
  private static final int LINES_WIDTH = 84;

  private final Surroundings surroundings;
  private final Language language;

  private CounterPainter(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.language = Pages.language(surroundings.now());
  }

  public static CounterPicture paint(CounterScreen screen) {
    WindowState state = screen.state().value();
    var painter = new CounterPainter(screen.surroundings());
    return state == null ? painter.connecting(screen.window()) : painter.picture(state);
  }

  private CounterPicture connecting(String window) {
    return new CounterPicture(
        window,
        Words.both("counter.window"),
        NOTHING,
        NOTHING,
        NOTHING,
        Tone.CONNECTING,
        "",
        Words.both("counter.connecting"),
        Words.both("counter.connecting.detail"),
        NOTHING,
        "",
        "",
        "",
        clock(),
        Staleness.brief(surroundings, language));
  }

  private CounterPicture picture(WindowState state) {
    Tone tone = tone(state);
    boolean numbered = tone == Tone.CALLING || tone == Tone.CALLING_FRESH || tone == Tone.SERVING;
    return new CounterPicture(
        state.window(),
        Words.both("counter.window"),
        isPlain(state) ? NOTHING : state.name(),
        state.kind(),
        tag(state),
        tone,
        numbered ? state.number() : "",
        headline(tone, state.number()),
        detail(tone, state),
        numbered ? times(tone, state) : NOTHING,
        Words.in(language).say("counter.lines"),
        lines(state.lines()),
        clerk(state),
        clock(),
        Staleness.brief(surroundings, language));
  }

  /** What is special about the window now; a tidal window's kind says so already. */
  private static Text tag(WindowState state) {
    if (state.onDuty()) {
      return Words.both("counter.duty");
    }
    return state.tidal() ? Words.both("counter.tidal") : NOTHING;
  }

  /** The badge, and where the hall wants it the post and the masked name. */
  private String clerk(WindowState state) {
    if (state.clerk().isEmpty()) {
      return "";
    }
    String badge = Words.in(language).say("counter.clerk", state.clerk());
    WindowState.Card card = state.card();
    return card == null
        ? badge
        : (card.post().in(language) + " " + card.name()).strip() + "\n" + badge;
  }

  /** That this is the window's last number, or else how often it was called. */
  private static Text times(Tone tone, WindowState state) {
    if (state.tide() == Tide.CLOSING) {
      return Words.both("counter.closing");
    }
    return tone != Tone.SERVING && state.calls() > 1
        ? Words.both("counter.again", state.calls())
        : NOTHING;
  }

  /** Whether the name tells no more than the number does. */
  private static boolean isPlain(WindowState state) {
    String zh = state.name().zh();
    return zh.equals(state.window())
        || zh.equals(Words.in(Language.ZH).say("window.name", state.window()));
  }

  private String clock() {
    return Words.in(language).clock(surroundings);
  }

  private Tone tone(WindowState state) {
    return switch (state.stage()) {
      case NOT_OPEN -> state.tide() == Tide.OPENING ? Tone.OPENING : Tone.NOT_OPEN;
      case IDLE -> Tone.WELCOME;
      case SERVING -> Tone.SERVING;
      case PAUSED -> Tone.PAUSED;
      case CALLED -> fresh(state.calledAt()) ? Tone.CALLING_FRESH : Tone.CALLING;
    };
  }

  private boolean fresh(@Nullable Instant calledAt) {
    return calledAt != null && surroundings.now().isBefore(calledAt.plus(EMPHASIS));
  }

  private static Text headline(Tone tone, String number) {
    return switch (tone) {
      case CONNECTING -> Words.both("counter.connecting");
      case NOT_OPEN -> Words.both("counter.not-open");
      case OPENING -> Words.both("counter.opening");
      case WELCOME -> Words.both("counter.welcome");
      case CALLING, CALLING_FRESH -> Words.both("counter.please", number);
      case SERVING -> Words.both("counter.serving");
      case PAUSED -> Words.both("counter.paused");
    };
  }

  private Text detail(Tone tone, WindowState state) {
    return switch (tone) {
      case PAUSED -> state.pause() == null ? NOTHING : pause(state.pause());
      case NOT_OPEN -> notOpen();
      case OPENING -> opening(state);
      case CONNECTING -> Words.both("counter.connecting.detail");
      case WELCOME, CALLING, CALLING_FRESH, SERVING -> NOTHING;
    };
  }

  /** When the clerk should be there; a time that has passed is no promise any more. */
  private Text opening(WindowState state) {
    return Words.each(
        words -> {
          String minutes = words.opensIn(state.opensAt(), surroundings);
          return minutes.isEmpty()
              ? words.say("counter.opening.detail")
              : words.say("counter.opening.soon", minutes);
        });
  }

  /**
   * A return time that has passed is no promise any more, so it is not shown. A reason that clerks
   * wrote in Chinese is not said again in the English line.
   */
  private Text pause(WindowState.Pause pause) {
    Instant until = pause.until();
    if (until == null) {
      return pause.reason();
    }
    boolean passed = !until.isAfter(surroundings.now());
    return Words.each(
        words -> {
          String back =
              passed
                  ? words.say("counter.paused.soon")
                  : words.say("counter.paused.until", words.moment(until, surroundings));
          String reason = pause.reason().in(words.language());
          return words.language() == Language.EN && reason.equals(pause.reason().zh())
              ? back
              : words.say("counter.paused.detail", reason, back);
        });
  }

  private Text notOpen() {
    HallStatus hall = surroundings.hall();
    LocalDateTime opens = hall == null || hall.open() ? null : hall.nextChange();
    return opens == null
        ? Words.both("counter.not-open.detail")
        : Words.each(
            words -> words.say("counter.not-open.opens", words.until(opens, surroundings)));
  }

  /** As many names as fit; how many there are in all, when some do not. */
  private String lines(List<Text> lines) {
    Words words = Words.in(language);
    var shown = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String name = (i == 0 ? "" : words.say("counter.between")) + lines.get(i).in(language);
      if (i > 0 && Widths.of(shown + name) > LINES_WIDTH) {
        return shown + words.say("counter.more", lines.size());
      }
      shown.append(name);
    }
    return shown.toString();
  }
}
