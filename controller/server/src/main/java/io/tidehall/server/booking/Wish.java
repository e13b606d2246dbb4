package io.tidehall.server.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is asked for, unchecked. It holds a person's number: it is read and forgotten,
 * and neither kept nor logged.
 *
 * @param line id or prefix of a line; may be missing when there are items
 * @param from when the slot begins, such as 2026-11-30T09:00
 */
public record Wish(
    @Nullable String booking,
    @Nullable String line,
    List<String> items,
    @Nullable String from,
    @Nullable String idNumber,
    @Nullable String phone) {
  public Wish {
    items = List.copyOf(items);
  }

  /** Without what it holds of a person. */
  @Override
  public String toString() {
    return "Wish[" + booking + ", " + line + ", " + from + "]";
  }
}
