package io.tidehall.device;

import io.tidehall.protocol.Language;

/**
 * A language that a screen speaks: one of the hall's two, or a further one that has a file of texts
 * and nothing else.
 *
 * @param tag the BCP 47 tag, as in the file's name
 * @param hall in which of the hall's languages the names of items, the slips and the voice come
 */
public record Tongue(String tag, Language hall) {
  /** One of the hall's own. */
  public static Tongue of(Language language) {
    return new Tongue(language.tag(), language);
  }
}
