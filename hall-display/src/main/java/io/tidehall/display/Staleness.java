package io.tidehall.display;

import io.tidehall.protocol.Language;
import java.time.Instant;

/** What a screen says about the age of its content when it cannot hear the hall. */
public final class Staleness {
  private Staleness() {}

  /** Why and since when the content may be old, and what to do; empty while the hall is heard. */
  public static String words(Surroundings surroundings, Language language) {
    return words("stale.since", surroundings, language);
  }

  /** The same for a small screen: only why and since when. */
  public static String brief(Surroundings surroundings, Language language) {
    return words("stale.brief", surroundings, language);
  }

  /** Why the hall cannot be heard; empty while it is. */
  public static String why(Surroundings surroundings, Language language) {
    Words words = Words.in(language);
    return switch (surroundings.reach()) {
      case ONLINE -> "";
      case NO_BROKER -> words.say("stale.no-broker");
      case NO_CONTROLLER -> words.say("stale.no-controller");
    };
  }

  private static String words(String since, Surroundings surroundings, Language language) {
    String why = why(surroundings, language);
    if (why.isEmpty() || !surroundings.lastHeard().isAfter(Instant.EPOCH)) {
      return why;
    }
    Words words = Words.in(language);
    return words.say(since, why, words.moment(surroundings.lastHeard(), surroundings));
  }
}
