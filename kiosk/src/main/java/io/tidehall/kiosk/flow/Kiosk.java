package io.tidehall.kiosk.flow;

import io.tidehall.device.Tongue;
import io.tidehall.device.hardware.StatusLight;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk at one moment.
 *
 * @param speech the languages, and the one that is spoken
 * @param now by the hall's clock, for display
 * @param steady milliseconds of a clock that only goes forward
 * @param until when the screen is cleared, by that clock; {@link #NEVER} when it may stay
 * @param asks how many requests were made
 * @param visit what this visitor has begun beside the screen
 * @param comfort how this visitor sees best
 * @param guard what is remembered of wrong PINs
 */
public record Kiosk(
    World world,
    Screen screen,
    Speech speech,
    Instant now,
    long steady,
    long until,
    long asks,
    Visit visit,
    Comfort comfort,
    Guard guard) {
  static final long NEVER = Long.MAX_VALUE;

  /** How much is left when the visitor is asked whether they need more time. */
  private static final Duration HURRY = Duration.ofSeconds(15);

  /** How long a number stays when another ticket is to follow it. */
  private static final Duration BETWEEN = Duration.ofSeconds(60);

  /** A kiosk that has heard nothing yet. */
  public static Kiosk start(Language home) {
    return start(home, List.of(), World.Reader.NONE, false);
  }

  /**
   * A kiosk that has heard nothing yet.
   *
   * @param home the hall's language that each visitor begins with
   * @param further languages beside the hall's two
   * @param keyed whether it has the hall's key, without which it recognises nobody
   */
  public static Kiosk start(
      Language home, List<Tongue> further, World.Reader reader, boolean keyed) {
    return new Kiosk(
        World.unknown(reader, keyed),
        new Screen.Blocked(Block.STARTING),
        Speech.of(home, further),
        Instant.EPOCH,
        0,
        NEVER,
        0,
        Visit.NONE,
        Comfort.USUAL,
        Guard.NONE);
  }

  Kiosk with(World next) {
    return new Kiosk(next, screen, speech, now, steady, until, asks, visit, comfort, guard);
  }

  Kiosk with(Senses next) {
    return next.equals(world.senses()) ? this : with(world.with(next));
  }

  Kiosk at(Instant instant, long millis) {
    return new Kiosk(world, screen, speech, instant, millis, until, asks, visit, comfort, guard);
  }

  Kiosk in(Speech next) {
    return new Kiosk(world, screen, next, now, steady, until, asks, visit, comfort, guard)
        .touched();
  }

  /** Shows a screen and gives it its time. */
  Kiosk show(Screen next) {
    return new Kiosk(world, next, speech, now, steady, until, asks, visit, comfort, guard)
        .touched();
  }

  /** The screen stays, its time too: something about it has changed. */
  Kiosk change(Screen next) {
    return new Kiosk(world, next, speech, now, steady, until, asks, visit, comfort, guard);
  }

  Kiosk asking() {
    return new Kiosk(world, screen, speech, now, steady, until, asks + 1, visit, comfort, guard);
  }

  Kiosk in(Visit next) {
    return new Kiosk(world, screen, speech, now, steady, until, asks, next, comfort, guard);
  }

  Kiosk in(Comfort next) {
    return new Kiosk(world, screen, speech, now, steady, until, asks, visit, next, guard).touched();
  }

  /** The language in which the hall is asked, and what it says comes. */
  public Language language() {
    return speech.now().hall();
  }

  /** Whether prompts are spoken to this visitor. */
  public boolean speaks() {
    Boolean wanted = comfort.spoken();
    return world.speaks() && (wanted == null ? world.alwaysSpeaks() : wanted);
  }

  /** Whether a visitor has an aid switched on. */
  public boolean has(Comfort.Aid aid) {
    return switch (aid) {
      case LARGE_PRINT -> comfort.large();
      case HIGH_CONTRAST -> comfort.contrast();
      case LOW_REACH -> comfort.low();
      case SPOKEN -> speaks();
    };
  }

  /** Whether the screen may stay for ever, since nobody has touched it. */
  boolean unattended() {
    return until == NEVER;
  }

  Kiosk guarded(Guard next) {
    return new Kiosk(world, screen, speech, now, steady, until, asks, visit, comfort, next);
  }

  /** What is said of the present ticket is said of those that follow it too. */
  Kiosk alike(UnaryOperator<Choice> change) {
    return in(new Visit(visit.adding(), visit.then().stream().map(change).toList()));
  }

  /** Whether an item may be added to the choice: not while other tickets are still to be taken. */
  public boolean mayAdd(Choice choice) {
    return choice.mayGrow() && visit.then().isEmpty();
  }

  /** Whether a card laid on the reader would say who takes the ticket. */
  public boolean wantsCard() {
    return (screen instanceof Screen.Identify && world.recognises(Identity.ID_CARD))
        || (screen instanceof Screen.Staff(Service.Reader _, _)
            && world.reader() != World.Reader.NONE);
  }

  /** Clears everything of this visitor. */
  Kiosk cleared() {
    return new Kiosk(
        world,
        new Screen.Lines(0),
        speech.first(),
        now,
        steady,
        NEVER,
        asks,
        Visit.NONE,
        Comfort.USUAL,
        guard);
  }

  /** The countdown begins anew. */
  Kiosk touched() {
    Duration patience = screen.patience();
    if (patience != null && !visit.then().isEmpty() && patience.compareTo(BETWEEN) < 0) {
      patience = BETWEEN;
    }
    long end = patience == null || asFound() ? NEVER : steady + patience.toMillis();
    return new Kiosk(world, screen, speech, now, steady, end, asks, visit, comfort, guard);
  }

  /** Nobody has begun anything: it stands as each visitor finds it. */
  private boolean asFound() {
    return speech.asFound()
        && visit.equals(Visit.NONE)
        && comfort.equals(Comfort.USUAL)
        && (screen instanceof Screen.Blocked || screen.equals(new Screen.Lines(0)));
  }

  /** When the screen is cleared: sooner while the visitor has gone. */
  private long end() {
    return until == NEVER ? NEVER : Math.min(until, world.senses().visitEnds());
  }

  /** Whether nobody has been there for so long that the screen is dimmed. */
  public boolean resting() {
    return asFound() && world.senses().longGone(steady);
  }

  /** What the status light says. */
  public StatusLight light() {
    if (screen instanceof Screen.Blocked(var block)) {
      return block == Block.CLOSED ? StatusLight.DARK : StatusLight.OUT_OF_SERVICE;
    }
    if (world.wantsStaff()) {
      return StatusLight.ATTENTION;
    }
    return asFound() ? StatusLight.READY : StatusLight.BUSY;
  }

  /**
   * What a visitor has begun.
   *
   * @param adding what further items are added to, or null
   * @param then tickets still to be taken, where one cannot carry all items
   */
  public record Visit(@Nullable Choice adding, List<Choice> then) {
    public Visit {
      then = List.copyOf(then);
    }

    static final Visit NONE = new Visit(null, List.of());
  }

  boolean over() {
    return steady >= end();
  }

  /** Seconds until the screen is cleared, while the visitor is to see them. */
  public OptionalLong countdown() {
    if (until == NEVER) {
      return OptionalLong.empty();
    }
    long left = Math.max(0, end() - steady);
    return screen.choosing() && left > HURRY.toMillis()
        ? OptionalLong.empty()
        : OptionalLong.of((left + 999) / 1_000);
  }
}
