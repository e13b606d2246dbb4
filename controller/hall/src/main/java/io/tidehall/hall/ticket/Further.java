package io.tidehall.hall.ticket;

import io.tidehall.hall.plan.LineId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A further item of the same visitor in another line (另事项). It becomes a ticket of its own when the
 * present service has ended, so that nobody is called to two windows at once.
 *
 * @param items ids of its items; may be empty
 * @param place which place the ticket gets then, as in {@code TicketTransferred.mode}
 * @param printer the device that prints its slip, or null for none
 */
public record Further(
    LineId line, List<String> items, String place, @Nullable String printer, String language) {
  public Further {
    items = List.copyOf(items);
  }
}
