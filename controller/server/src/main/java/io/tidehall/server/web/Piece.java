package io.tidehall.server.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file as an HTTP {@code Range} of one piece asks for it (RFC 9110, 14.2).
 *
 * @param from its first byte
 * @param length how many bytes, 0 when the file does not reach so far
 */
record Piece(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** The piece asked for; empty for all of the file, as is answered to what is not understood. */
  static Optional<Piece> of(@Nullable String range, long size) {
    Matcher asked = ONE.matcher(range == null ? "" : range.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(asked.group(2)), size);
      return Optional.of(new Piece(size - last, last));
    }
    long from = Long.parseLong(asked.group(1));
    long to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    return to < from && from < size
        ? Optional.empty()
        : Optional.of(new Piece(from, Math.max(0, Math.min(to, size - 1) - from + 1)));
  }

  /** What {@code Content-Range} says. */
  String of(long size) {
    return length == 0
        ? "bytes */" + size
        : "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
