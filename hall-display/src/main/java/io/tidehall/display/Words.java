package io.tidehall.display;

import io.tidehall.device.Texts;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The displays' words in one language, from {@code texts_….properties}. */
public record Words(Language language) {
  /** All the displays' words. */
  public static final Texts ALL = Texts.beside(Words.class);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public static Words in(Language language) {
    return new Words(language);
  }

  /** The words of a key in both languages at once. */
  public static Text both(String key, Object... values) {
    return each(words -> words.say(key, values));
  }

  /** Words made in both languages at once. */
  public static Text each(Function<Words, String> words) {
    return Text.of(words.apply(in(Language.ZH)), words.apply(in(Language.EN)));
  }

  /** The words of a key, with {@code {0}}, {@code {1}} … replaced. */
  public String say(String key, Object... values) {
    return ALL.say(language, key, values);
  }

  /**
   * The time on the clock, always two digits an hour so that nothing moves at ten; empty while the
   * hall's clock is wrong.
   */
  public String clock(Surroundings surroundings) {
    return timeless(surroundings)
        ? ""
        : CLOCK.format(surroundings.now().atZone(surroundings.time().zone()));
  }

  public String date(Surroundings surroundings) {
    return timeless(surroundings) ? "" : surroundings.time().date(surroundings.now(), language);
  }

  private static boolean timeless(Surroundings surroundings) {
    HallStatus hall = surroundings.hall();
    return hall != null && hall.timeless();
  }

  /** A moment as seen from now: only the time on the same day, with the date otherwise. */
  public String moment(Instant moment, Surroundings surroundings) {
    var zone = surroundings.time().zone();
    String time = surroundings.time().time(moment);
    return moment.atZone(zone).toLocalDate().equals(surroundings.now().atZone(zone).toLocalDate())
        ? time
        : surroundings.time().date(moment, language) + " " + time;
  }

  /** In about how many minutes a window on its way should be manned; empty once it should be. */
  public String opensIn(@Nullable Instant opensAt, Surroundings surroundings) {
    double minutes =
        opensAt == null ? 0 : Duration.between(surroundings.now(), opensAt).toMillis() / 60_000.0;
    return minutes <= 0 ? "" : say("window.opens-in", (int) Math.ceil(minutes));
  }

  /** A local time to come. */
  public String until(LocalDateTime then, Surroundings surroundings) {
    return surroundings.time().until(then, surroundings.now(), language);
  }
}
