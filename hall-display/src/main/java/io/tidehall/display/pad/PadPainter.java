package io.tidehall.display.pad;

import io.tidehall.display.Staleness;
import io.tidehall.display.Surroundings;
import io.tidehall.display.Words;
import io.tidehall.display.pad.PadPicture.Mood;
import io.tidehall.display.pad.PadPicture.Use;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.Stage;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link PadScreen} shows at its instant. */
public final class PadPainter {
  private PadPainter() {}

  public static PadPicture paint(PadScreen screen, Language language) {
    Words words = Words.in(language);
    WindowState state = screen.state().value();
    Mood mood = mood(screen);
    return new PadPicture(
        screen.window().isEmpty() ? "" : words.say("pad.window", screen.window()),
        state == null ? "" : state.number(),
        state == null ? words.say("pad.connecting") : stage(state, screen.surroundings(), words),
        state == null ? "" : words.say("pad.waiting", state.waiting()),
        message(screen, mood, language),
        mood,
        PadKeys.ALL.stream().map(it -> key(it, state, words)).toList());
  }

  /** The key of a button's word: {@code pad.no-show}. */
  static String key(Act.Button button) {
    return "pad." + PadKeys.name(button);
  }

  private static String stage(WindowState state, Surroundings surroundings, Words words) {
    WindowState.Pause pause = state.pause();
    return switch (state.stage()) {
      case NOT_OPEN -> words.say("pad.stage.not-open");
      case IDLE -> words.say("pad.stage.idle");
      case SERVING -> words.say("pad.stage.serving");
      case CALLED ->
          state.calls() > 1
              ? words.say("pad.stage.called-again", state.calls())
              : words.say("pad.stage.called");
      case PAUSED ->
          pause == null || pause.until() == null
              ? words.say("pad.stage.paused")
              : words.say("pad.stage.paused-until", words.moment(pause.until(), surroundings));
    };
  }

  private static @Nullable Mood mood(PadScreen screen) {
    if (screen.said() != null) {
      return switch (screen.said().tone()) {
        case DONE -> Mood.DONE;
        case REFUSED, FAILED -> Mood.REFUSED;
      };
    }
    if (screen.asking() != null) {
      return Mood.ASKING;
    }
    return screen.surroundings().stale() ? Mood.STALE : null;
  }

  private static String message(PadScreen screen, @Nullable Mood mood, Language language) {
    Words words = Words.in(language);
    return switch (mood) {
      case null -> "";
      case ASKING ->
          screen.asking() == null
              ? ""
              : words.say("pad.asking", words.say(key(screen.asking().button())));
      case DONE, REFUSED -> screen.said() == null ? "" : screen.said().words().in(language);
      case STALE -> Staleness.brief(screen.surroundings(), language);
    };
  }

  private static PadPicture.Key key(Act.Button button, @Nullable WindowState state, Words words) {
    boolean resumes = button == Act.Button.PAUSE && state != null && state.stage() == Stage.PAUSED;
    return new PadPicture.Key(
        button,
        words.say(resumes ? "pad.resume" : key(button)),
        second(button, words),
        state == null ? Use.IDLE : use(button, state.stage()));
  }

  /** What a key means when held; an emergency key says that it must be. */
  private static String second(Act.Button button, Words words) {
    Act.Button second = PadKeys.second(button);
    if (second == null) {
      return "";
    }
    return second == button ? words.say("pad.hold") : words.say("pad.held", words.say(key(second)));
  }

  private static Use use(Act.Button button, Stage stage) {
    if (button == Act.Button.EMERGENCY) {
      return Use.EMERGENCY;
    }
    return switch (stage) {
      case NOT_OPEN -> Use.IDLE;
      case IDLE ->
          switch (button) {
            case NEXT -> Use.USUAL;
            case PAUSE -> Use.POSSIBLE;
            case RECALL, ARRIVED, FINISH, NO_SHOW, FINISH_ADVICE, EMERGENCY -> Use.IDLE;
          };
      case CALLED ->
          switch (button) {
            case ARRIVED -> Use.USUAL;
            case RECALL, NO_SHOW -> Use.POSSIBLE;
            case NEXT, FINISH, PAUSE, FINISH_ADVICE, EMERGENCY -> Use.IDLE;
          };
      case SERVING -> button == Act.Button.FINISH ? Use.USUAL : Use.IDLE;
      case PAUSED -> button == Act.Button.PAUSE ? Use.USUAL : Use.IDLE;
    };
  }
}
