package io.tidehall.server.hallfile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a hall file.
 *
 * @param line counted from 1
 * @param key where in the file, such as {@code windows[2].kind}; empty for the file as a whole
 * @param expected what should stand there
 * @param came what stands there
 * @param hint what to do, or empty
 * @param zh the same three in Chinese
 */
public record Problem(
    String file, int line, String key, String expected, String came, String hint, InChinese zh) {
  /** What a Chinese page says. */
  public record InChinese(String expected, String came, String hint) {
    static InChinese of(String expected, String came, String hint) {
      return new InChinese(
          PhraseBook.inChinese(expected), PhraseBook.inChinese(came), PhraseBook.inChinese(hint));
    }
  }

  Problem(String file, int line, String key, String expected, String came, String hint) {
    this(file, line, key, expected, came, hint, InChinese.of(expected, came, hint));
  }

  static final Comparator<Problem> BY_LINE =
      Comparator.comparingInt(Problem::line).thenComparing(Problem::key);

  /** One line of text in the form that editors and terminals make clickable. */
  public String text() {
    return "%s:%d: %sexpected %s, but %s%s"
        .formatted(
            file,
            line,
            key.isEmpty() ? "" : key + ": ",
            expected,
            came,
            hint.isEmpty() ? "." : ". " + hint);
  }

  /** All problems, one a line, under a line that counts them. */
  public static String text(List<Problem> problems) {
    return problems.stream()
        .map(Problem::text)
        .collect(
            Collectors.joining(
                "\n",
                problems.size() == 1
                    ? "The hall file has 1 problem:\n"
                    : "The hall file has " + problems.size() + " problems:\n",
                ""));
  }
}
