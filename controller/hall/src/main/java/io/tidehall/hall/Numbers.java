package io.tidehall.hall;

import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pcollections.TreePMap;

/**
 * Ticket numbers: the line's letters and three digits, more after 999. In a day none comes twice; a
 * number that a ticket of an earlier day still carries is passed over.
 */
final class Numbers {
  private static final String DIGITS = "000";

  private Numbers() {}

  static TicketId next(HallState state, String prefix) {
    LocalDate day = state.day();
    Set<String> alive = ofEarlierDays(state.tickets(), TicketId.of(day, ""));
    int count = ((Map<String, Integer>) state.numbers()).getOrDefault(prefix, 0);
    String number;
    do {
      count++;
      number = prefix + DIGITS.substring(Math.min(3, Integer.toString(count).length())) + count;
    } while (alive.contains(number));
    return TicketId.of(day, number);
  }

  /** Tickets sort by their day. */
  private static Set<String> ofEarlierDays(TreePMap<TicketId, Ticket> tickets, TicketId today) {
    if (tickets.isEmpty() || tickets.firstKey().compareTo(today) > 0) {
      return Collections.emptySortedSet();
    }
    Set<String> numbers = new TreeSet<>();
    tickets.headMap(today).keySet().forEach(id -> numbers.add(id.number()));
    return numbers;
  }

  static String prefix(String number) {
    int digits = 0;
    while (digits < number.length() && !Character.isDigit(number.charAt(digits))) {
      digits++;
    }
    return number.substring(0, digits);
  }

  static int count(String number) {
    return Integer.parseInt(number.substring(prefix(number).length()));
  }
}
