package io.tidehall.display.pad;

import io.tidehall.device.flow.Flow;
import io.tidehall.display.Happening;
import io.tidehall.display.Latest;
import io.tidehall.display.Staleness;
import io.tidehall.display.Words;
import io.tidehall.display.pad.PadScreen.Asking;
import io.tidehall.display.pad.PadScreen.Said;
import io.tidehall.display.pad.PadScreen.Tone;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call pad's screen changes with what happens. One press is asked at a time, and a second
 * press of the same button at once is the same wish: a nervous finger calls nobody twice.
 */
public final class PadFlow {
  /** Two presses of one button within this are one. Longer than a contact bounces, as a finger. */
  static final Duration DOUBLE_PRESS = Duration.ofMillis(600);

  static final Duration DONE_SHOWN = Duration.ofMillis(1_500);
  static final Duration REFUSAL_SHOWN = Duration.ofSeconds(5);

  /** A key that is down so long means its second function. */
  static final Duration HOLD = Duration.ofMillis(800);

  /** When even the link has forgotten to say that nobody answered. */
  static final Duration GIVE_UP = Duration.ofSeconds(10);

  private PadFlow() {}

  /** The next screen; the effect of a press that counts is to ask the hall. */
  public static Flow.Step<PadScreen, Asking> next(PadScreen screen, PadHappening happening) {
    return switch (happening) {
      case PadHappening.Seen(var what) -> {
        PadScreen after = seen(screen.with(screen.surroundings().after(what)), what);
        yield what instanceof Happening.Tick(var now) ? held(after, now) : Flow.Step.to(after);
      }
      case PadHappening.Moved(var key, var down, var at) ->
          down ? wentDown(screen, key, at) : wentUp(screen, key, at);
      case PadHappening.Lost() -> Flow.Step.to(screen.withHeld(null));
      case PadHappening.Answered(var press, var reply) -> {
        Asking asking = pending(screen, press);
        yield Flow.Step.to(asking == null ? screen : answered(screen, asking, reply));
      }
      case PadHappening.Unanswered(var press) -> {
        Asking asking = pending(screen, press);
        yield Flow.Step.to(asking == null ? screen : unanswered(screen, asking));
      }
    };
  }

  private static PadScreen seen(PadScreen screen, Happening what) {
    return switch (what) {
      case Happening.Heard(DeviceSetup setup) -> placed(screen, setup);
      case Happening.Heard(WindowState state) when state.window().equals(screen.window()) ->
          screen.withState(screen.state().take(state, state.seq()));
      case Happening.Reached(var reach, _) when reach != Reach.ONLINE ->
          screen.withState(screen.state().afterSilence());
      case Happening.Tick(var now) -> ticked(screen, now);
      case Happening.Heard _, Happening.Reached _ -> screen;
    };
  }

  private static PadScreen placed(PadScreen screen, DeviceSetup setup) {
    String window = setup.window() == null ? "" : setup.window();
    return window.equals(screen.window()) ? screen : screen.withWindow(window, Latest.none());
  }

  private static PadScreen ticked(PadScreen screen, Instant now) {
    Asking asking = screen.asking();
    if (asking != null && !now.isBefore(asking.since().plus(GIVE_UP))) {
      return unanswered(screen, asking);
    }
    Said said = screen.said();
    return said != null && !now.isBefore(said.until()) ? screen.withSaid(asking, null) : screen;
  }

  /** A key with a second function means nothing yet; one that is still down meant its first. */
  private static Flow.Step<PadScreen, Asking> wentDown(
      PadScreen screen, Act.Button key, Instant at) {
    if (PadKeys.second(key) == null) {
      return pressed(screen, key);
    }
    PadScreen.Held before = screen.held();
    PadScreen now = screen.withHeld(new PadScreen.Held(key, at));
    return before == null || before.key() == key ? Flow.Step.to(now) : tapped(now, before.key());
  }

  private static Flow.Step<PadScreen, Asking> wentUp(PadScreen screen, Act.Button key, Instant at) {
    PadScreen.Held held = screen.held();
    if (held == null || held.key() != key) {
      return Flow.Step.to(screen);
    }
    // The time that ticks have not seen yet counts too.
    return longEnough(held, at) ? held(screen, at) : tapped(screen.withHeld(null), key);
  }

  private static Flow.Step<PadScreen, Asking> tapped(PadScreen screen, Act.Button key) {
    return PadKeys.first(key)
        .map(button -> pressed(screen, button))
        .orElseGet(
            () ->
                Flow.Step.to(
                    screen.withSaid(
                        screen.asking(), said(screen, Tone.REFUSED, Words.both("pad.hold-on")))));
  }

  private static Flow.Step<PadScreen, Asking> held(PadScreen screen, Instant now) {
    PadScreen.Held held = screen.held();
    Act.Button second = held == null ? null : PadKeys.second(held.key());
    return held == null || second == null || !longEnough(held, now)
        ? Flow.Step.to(screen)
        : pressed(screen.withHeld(null), second);
  }

  private static boolean longEnough(PadScreen.Held held, Instant now) {
    return !now.isBefore(held.since().plus(HOLD));
  }

  private static Flow.Step<PadScreen, Asking> pressed(PadScreen screen, Act.Button button) {
    Instant now = screen.surroundings().now();
    Asking last = screen.last();
    if (screen.asking() != null || isDouble(last, button, now)) {
      return Flow.Step.to(screen);
    }
    if (screen.surroundings().stale()) {
      return Flow.Step.to(screen.withSaid(null, said(screen, Tone.FAILED, noHall(screen))));
    }
    var asking = new Asking(last == null ? 1 : last.press() + 1, button, now);
    return Flow.Step.to(screen.withAsking(asking), asking);
  }

  private static boolean isDouble(@Nullable Asking last, Act.Button button, Instant now) {
    return last != null && last.button() == button && now.isBefore(last.since().plus(DOUBLE_PRESS));
  }

  private static Text noHall(PadScreen screen) {
    return Words.each(
        words -> words.say("pad.no-hall", Staleness.why(screen.surroundings(), words.language())));
  }

  private static @Nullable Asking pending(PadScreen screen, long press) {
    Asking asking = screen.asking();
    return asking != null && asking.press() == press ? asking : null;
  }

  private static PadScreen answered(PadScreen screen, Asking asking, HallAnswer.Reply reply) {
    Said said =
        switch (reply) {
          case HallAnswer.Refused(_, var because) -> said(screen, Tone.REFUSED, because);
          case HallAnswer.Done _,
              HallAnswer.LineFor _,
              HallAnswer.TicketIssued _,
              HallAnswer.TicketExists _ ->
              said(screen, Tone.DONE, with("pad.done", asking.button()));
        };
    return screen.withSaid(null, said);
  }

  private static PadScreen unanswered(PadScreen screen, Asking asking) {
    return screen.withSaid(
        null, said(screen, Tone.FAILED, with("pad.not-answered", asking.button())));
  }

  private static Said said(PadScreen screen, Tone tone, Text words) {
    Duration shown = tone == Tone.DONE ? DONE_SHOWN : REFUSAL_SHOWN;
    return new Said(tone, words, screen.surroundings().now().plus(shown));
  }

  private static Text with(String key, Act.Button button) {
    return Words.each(words -> words.say(key, words.say(PadPainter.key(button))));
  }
}
