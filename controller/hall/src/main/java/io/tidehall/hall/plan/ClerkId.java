package io.tidehall.hall.plan;

/** A clerk by badge number. */
public record ClerkId(String value) implements Comparable<ClerkId> {
  public ClerkId {
    Ids.check("clerk", value);
  }

  @Override
  public int compareTo(ClerkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
