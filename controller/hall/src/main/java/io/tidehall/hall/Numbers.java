package io.tidehall.hall;

import io.tidehall.hall.ticket.TicketId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ticket numbers: the line's letters and three digits, more after 999. In a day none comes twice; a
 * number that a ticket of an earlier day still carries is passed over.
 */
final class Numbers {
  private Numbers() {}

  static TicketId next(HallState state, String prefix) {
    LocalDate day = state.day();
    Set<String> alive =
        state.tickets().headMap(TicketId.of(day, "")).keySet().stream()
            .map(TicketId::number)
            .collect(Collectors.toCollection(TreeSet::new));
    int count = ((Map<String, Integer>) state.numbers()).getOrDefault(prefix, 0);
    String number;
    do {
      count++;
      number = String.format(Locale.ROOT, "%s%03d", prefix, count);
    } while (alive.contains(number));
    return TicketId.of(day, number);
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
