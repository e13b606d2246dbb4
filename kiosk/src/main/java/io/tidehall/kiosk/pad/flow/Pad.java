package io.tidehall.kiosk.pad.flow;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A rating pad at one moment.
 *
 * @param settled the latest services rated or declined here, so that none is rated twice
 * @param steady milliseconds of a clock that only goes forward
 * @param until when silence ends the present screen, by that clock; {@link #NEVER} when it may stay
 */
public record Pad(
    @Nullable HallStatus hall,
    @Nullable Catalogue catalogue,
    @Nullable WindowState window,
    Reach reach,
    PadScreen screen,
    Language home,
    Language language,
    List<String> settled,
    Instant now,
    long steady,
    long until) {
  static final long NEVER = Long.MAX_VALUE;
  private static final int REMEMBERED = 50;

  /** A pad that has heard nothing yet. */
  public static Pad start(Language home) {
    return new Pad(
        null,
        null,
        null,
        Reach.NO_BROKER,
        new PadScreen.Idle(),
        home,
        home,
        List.of(),
        Instant.EPOCH,
        0,
        NEVER);
  }

  Pad with(HallStatus next) {
    return new Pad(
        next, catalogue, window, reach, screen, home, language, settled, now, steady, until);
  }

  Pad with(Catalogue next) {
    return new Pad(hall, next, window, reach, screen, home, language, settled, now, steady, until);
  }

  Pad with(WindowState next) {
    return new Pad(
        hall, catalogue, next, reach, screen, home, language, settled, now, steady, until);
  }

  Pad with(Reach next) {
    return new Pad(
        hall, catalogue, window, next, screen, home, language, settled, now, steady, until);
  }

  Pad at(Instant instant, long millis) {
    return new Pad(
        hall, catalogue, window, reach, screen, home, language, settled, instant, millis, until);
  }

  Pad in(Language next) {
    return new Pad(hall, catalogue, window, reach, screen, home, next, settled, now, steady, until);
  }

  /** Shows a screen for so many milliseconds. */
  Pad show(PadScreen next, long millis) {
    return new Pad(
        hall,
        catalogue,
        window,
        reach,
        next,
        home,
        language,
        settled,
        now,
        steady,
        steady + millis);
  }

  /** Back to the window, in the hall's own language. */
  Pad idle() {
    return new Pad(
        hall,
        catalogue,
        window,
        reach,
        new PadScreen.Idle(),
        home,
        home,
        settled,
        now,
        steady,
        NEVER);
  }

  /** Remembers that a service is done with. */
  Pad settling(String service) {
    List<String> more = new java.util.ArrayList<>(settled);
    more.add(service);
    List<String> last = more.subList(Math.max(0, more.size() - REMEMBERED), more.size());
    return new Pad(
        hall,
        catalogue,
        window,
        reach,
        screen,
        home,
        language,
        List.copyOf(last),
        now,
        steady,
        until);
  }

  /** A level's labels, in the order of the national list. */
  public List<Catalogue.Label> labels(int level) {
    return catalogue == null
        ? List.of()
        : catalogue.ratings().stream()
            .filter(it -> it.level() == level)
            .findFirst()
            .map(Catalogue.RatingLevel::labels)
            .orElse(List.of());
  }

  boolean over() {
    return steady >= until;
  }

  /** Seconds until silence ends the screen. */
  public OptionalLong countdown() {
    return until == NEVER
        ? OptionalLong.empty()
        : OptionalLong.of((Math.max(0, until - steady) + 999) / 1_000);
  }
}
