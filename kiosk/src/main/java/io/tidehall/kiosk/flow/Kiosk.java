package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A kiosk at one moment.
 *
 * @param home the language that each visitor begins with
 * @param now by the hall's clock, for display
 * @param steady milliseconds of a clock that only goes forward
 * @param until when the screen is cleared, by that clock; {@link #NEVER} when it may stay
 * @param asks how many requests were made
 */
public record Kiosk(
    World world,
    Screen screen,
    Language home,
    Language language,
    Instant now,
    long steady,
    long until,
    long asks) {
  static final long NEVER = Long.MAX_VALUE;

  /** How much is left when the visitor is asked whether they need more time. */
  private static final Duration HURRY = Duration.ofSeconds(15);

  /** A kiosk that has heard nothing yet. */
  public static Kiosk start(Language home) {
    return new Kiosk(
        World.unknown(),
        new Screen.Blocked(Block.STARTING),
        home,
        home,
        Instant.EPOCH,
        0,
        NEVER,
        0);
  }

  Kiosk with(World next) {
    return new Kiosk(next, screen, home, language, now, steady, until, asks);
  }

  Kiosk at(Instant instant, long millis) {
    return new Kiosk(world, screen, home, language, instant, millis, until, asks);
  }

  Kiosk in(Language next) {
    return new Kiosk(world, screen, home, next, now, steady, until, asks).touched();
  }

  /** Shows a screen and gives it its time. */
  Kiosk show(Screen next) {
    return new Kiosk(world, next, home, language, now, steady, until, asks).touched();
  }

  /** The screen stays, its time too: something about it has changed. */
  Kiosk change(Screen next) {
    return new Kiosk(world, next, home, language, now, steady, until, asks);
  }

  Kiosk asking() {
    return new Kiosk(world, screen, home, language, now, steady, until, asks + 1);
  }

  /** Clears everything of this visitor. */
  Kiosk cleared() {
    return new Kiosk(world, new Screen.Lines(0), home, home, now, steady, NEVER, asks);
  }

  /** The countdown begins anew. */
  Kiosk touched() {
    Duration patience = screen.patience();
    boolean asFound =
        language == home
            && (screen instanceof Screen.Blocked || screen.equals(new Screen.Lines(0)));
    long end = patience == null || asFound ? NEVER : steady + patience.toMillis();
    return new Kiosk(world, screen, home, language, now, steady, end, asks);
  }

  boolean over() {
    return steady >= until;
  }

  /** Seconds until the screen is cleared, while the visitor is to see them. */
  public OptionalLong countdown() {
    if (until == NEVER) {
      return OptionalLong.empty();
    }
    long left = Math.max(0, until - steady);
    return screen.choosing() && left > HURRY.toMillis()
        ? OptionalLong.empty()
        : OptionalLong.of((left + 999) / 1_000);
  }
}
