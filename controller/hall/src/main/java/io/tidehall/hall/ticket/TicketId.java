package io.tidehall.hall.ticket;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A ticket's id, unique for ever: the hall's day and the number, such as {@code 20261123-A001}. */
public record TicketId(String value) implements Comparable<TicketId> {
  public static TicketId of(LocalDate day, String number) {
    return new TicketId(day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + number);
  }

  /** The number as shown and spoken. */
  public String number() {
    return value.substring(value.indexOf('-') + 1);
  }

  @Override
  public int compareTo(TicketId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
