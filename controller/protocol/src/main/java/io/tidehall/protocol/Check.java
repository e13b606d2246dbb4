package io.tidehall.protocol;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that message constructors share; each says what was expected and what came. */
final class Check {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Check() {}

  /** An identifier: 1 to 64 letters, digits, dots, dashes or underscores. */
  static String id(String field, @Nullable String value) {
    if (value == null || !ID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected "
              + field
              + " to be 1 to 64 letters, digits, '.', '_' or '-', but it is "
              + quoted(value));
    }
    return value;
  }

  static @Nullable String optionalId(String field, @Nullable String value) {
    return value == null ? null : id(field, value);
  }

  /** Text of at most {@code max} characters without control characters other than line feeds. */
  static String text(String field, @Nullable String value, int max) {
    if (value == null || value.length() > max) {
      throw new IllegalArgumentException(
          "expected "
              + field
              + " to be text of at most "
              + max
              + " characters, but "
              + (value == null ? "it is missing" : "it has " + value.length()));
    }
    if (value.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "expected " + field + " to be printable text, but it holds control characters");
    }
    return value;
  }

  static int within(String field, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "expected " + field + " to be " + low + " to " + high + ", but it is " + value);
    }
    return value;
  }

  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("expected " + field + ", but it is missing");
    }
    return value;
  }

  static <T> List<T> list(String field, @Nullable List<T> value, int max) {
    if (value == null) {
      return List.of();
    }
    if (value.size() > max) {
      throw new IllegalArgumentException(
          "expected at most " + max + " " + field + ", but there are " + value.size());
    }
    return List.copyOf(value);
  }

  private static String quoted(@Nullable String value) {
    if (value == null) {
      return "missing";
    }
    return "'" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "'";
  }
}
