package io.tidehall.hall.plan;

/** A window by its number, such as {@code 3}; numbers sort as numbers. */
public record WindowId(String value) implements Comparable<WindowId> {
  public WindowId {
    Ids.check("window", value);
  }

  @Override
  public int compareTo(WindowId other) {
    return Ids.byNumber(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
