package io.tidehall.hall.ticket;

/** One service of a ticket at a window, the thing that is rated: {@code 20261123-A001-1}. */
public record ServiceId(String value) implements Comparable<ServiceId> {
  public static ServiceId of(TicketId ticket, int nth) {
    return new ServiceId(ticket.value() + "-" + nth);
  }

  @Override
  public int compareTo(ServiceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
