package io.tidehall.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen may know of a ticket.
 *
 * @param id unique for ever
 * @param number as shown and spoken, such as A001; unique in the day
 * @param line id of the business line
 * @param ahead people ahead of it when it was issued
 * @param outlook the range of the wait, or null when nothing can be said
 * @param windows numbers of the windows that can serve it now, in order
 */
public record TicketView(
    String id,
    String number,
    String line,
    Text lineName,
    List<Text> items,
    int ahead,
    @Nullable WaitRange outlook,
    List<String> windows,
    boolean green,
    Instant issuedAt) {
  public TicketView {
    id = Check.id("id", id);
    number = Check.id("number", number);
    line = Check.id("line", line);
    lineName = Check.present("lineName", lineName);
    items = Check.list("items", items, 10);
    ahead = Check.within("ahead", ahead, 0, 100_000);
    windows = Check.list("windows", windows, 500);
    issuedAt = Check.present("issuedAt", issuedAt);
  }
}
