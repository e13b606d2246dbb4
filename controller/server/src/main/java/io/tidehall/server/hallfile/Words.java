package io.tidehall.server.hallfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Lists and near misses in the words of a problem. */
final class Words {
  private static final int SHOWN = 12;

  private Words() {}

  static String quoted(String value) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return "'" + shown.replace("\n", "\\n") + "'";
  }

  static String list(Collection<String> words) {
    String shown = String.join(", ", words.stream().limit(SHOWN).toList());
    return words.size() > SHOWN ? shown + ", … (" + words.size() + ")" : shown;
  }

  /** "Did you mean" for a near miss or a word cut short, else nothing. */
  static String meant(String came, Collection<String> known) {
    return known.stream()
        .filter(word -> near(came, word))
        .min(Comparator.comparingInt(word -> distance(came, word)))
        .map(word -> "Did you mean " + quoted(word) + "?")
        .orElse("");
  }

  private static boolean near(String came, String word) {
    boolean cutShort = came.length() >= 3 && (word.startsWith(came) || came.startsWith(word));
    return cutShort || distance(came, word) <= Math.max(1, word.length() / 3);
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
