package io.tidehall.display.voice;

import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * How a zone's calls are said.
 *
 * @param zone only calls to windows of this zone; empty for all
 * @param languages the languages of each reading, in this order; at least one
 * @param readings how often a call is said, 1 to 5
 * @param crowded calls waiting to be said from which each is said once and in the first language
 * @param patience how long after its call a sentence is still begun; older ones are dropped
 * @param percent how loud, 0 to 100, outside the hours below
 * @param hours other loudness by time of day; the first that fits counts
 */
public record VoiceRules(
    String zone,
    List<Language> languages,
    int readings,
    int crowded,
    Duration patience,
    int percent,
    List<Hours> hours) {
  /**
   * Loudness at a time of day; it may run over midnight. 0 is quiet: calls are passed over.
   *
   * @param from the first moment
   * @param to the moment after the last
   */
  public record Hours(LocalTime from, LocalTime to, int percent) {
    public Hours {
      checkPercent(percent);
    }

    boolean has(LocalTime time) {
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(to);
      return from.isBefore(to) ? after && before : after || before;
    }
  }

  public VoiceRules {
    languages = List.copyOf(languages);
    hours = List.copyOf(hours);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("expected at least one language to speak, but none came");
    }
    if (readings < 1 || readings > 5) {
      throw new IllegalArgumentException("expected 1 to 5 readings, but " + readings + " came");
    }
    if (crowded < 1) {
      throw new IllegalArgumentException(
          "expected the voice to be crowded from 1 call or more, but " + crowded + " came");
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException(
          "expected a patience above 0 s, but " + patience + " came");
    }
    checkPercent(percent);
  }

  /** How loud it is at a time of day, in percent. */
  public int percentAt(LocalTime time) {
    return hours.stream()
        .filter(it -> it.has(time))
        .findFirst()
        .map(Hours::percent)
        .orElse(percent);
  }

  private static void checkPercent(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "expected a loudness of 0 to 100 percent, but " + percent + " came");
    }
  }
}
