package io.tidehall.server.hallfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of problems in Chinese. The checks say them in English; this table, {@code
 * problems-zh.csv}, has each once more, with {@code {0}} for what is shown as it is and {@code [0]}
 * for what is a phrase itself. One without places goes first, then the first that fits.
 */
final class PhraseBook {
  private static final Pattern PLACE = Pattern.compile("([{\\[])([0-9])[}\\]]");

  private static final Map<String, String> WHOLE = new HashMap<>();
  private static final List<Phrase> WITH_PLACES = new ArrayList<>();

  static {
    for (List<String> row : Csv.rows("problems-zh.csv")) {
      String english = row.getFirst();
      if (PLACE.matcher(english).find()) {
        String begins = PLACE.split(english)[0];
        WITH_PLACES.add(new Phrase(begins, pattern(english), row.getLast()));
      } else {
        WHOLE.put(english, row.getLast());
      }
    }
  }

  private PhraseBook() {}

  private record Phrase(String begins, Pattern english, String chinese) {
    Optional<String> of(String words) {
      Matcher found = english.matcher(words);
      return words.startsWith(begins) && found.matches()
          ? Optional.of(PLACE.matcher(chinese).replaceAll(it -> quoted(found, it)))
          : Optional.empty();
    }

    private static String quoted(Matcher found, MatchResult place) {
      String given = found.group(1 + Integer.parseInt(place.group(2)));
      return Matcher.quoteReplacement(place.group(1).equals("[") ? inChinese(given) : given);
    }
  }

  /** The same in Chinese; in English what is not in the table. */
  static String inChinese(String english) {
    return find(english).orElse(english);
  }

  /** The same in Chinese; nothing is said as nothing. */
  static Optional<String> find(String english) {
    String whole = WHOLE.get(english);
    if (whole != null) {
      return Optional.of(whole);
    }
    // A word of the file itself, such as 1, is the same in both.
    return english.contains(" ")
        ? WITH_PLACES.stream().flatMap(it -> it.of(english).stream()).findFirst()
        : Optional.of(english);
  }

  private static Pattern pattern(String english) {
    var pattern = new StringBuilder();
    Matcher place = PLACE.matcher(english);
    int end = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(english.substring(end, place.start()))).append("(.*?)");
      end = place.end();
    }
    return Pattern.compile(
        pattern.append(Pattern.quote(english.substring(end))).toString(), Pattern.DOTALL);
  }
}
