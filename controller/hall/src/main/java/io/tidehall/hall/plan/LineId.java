package io.tidehall.hall.plan;

/** A business line (业务类别), by the id its hall gives it, such as {@code A}. */
public record LineId(String value) implements Comparable<LineId> {
  public LineId {
    Ids.check("line", value);
  }

  @Override
  public int compareTo(LineId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
