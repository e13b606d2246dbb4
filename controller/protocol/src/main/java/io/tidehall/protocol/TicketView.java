package io.tidehall.protocol;

import java.time.Instant;
import java.time.LocalTime;
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
 * @param booked the booking it came of, or null
 * @param link the address of its page on a phone, for whoever has just taken it; else null
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
    Instant issuedAt,
    @Nullable Booked booked,
    @Nullable String link) {
  public TicketView {
    id = Check.id("id", id);
    number = Check.id("number", number);
    line = Check.id("line", line);
    lineName = Check.present("lineName", lineName);
    items = Check.list("items", items, 10);
    ahead = Check.within("ahead", ahead, 0, 100_000);
    windows = Check.list("windows", windows, 500);
    issuedAt = Check.present("issuedAt", issuedAt);
    link = link == null ? null : Check.text("link", link, 300);
  }

  /** A ticket without a page. */
  public TicketView(
      String id,
      String number,
      String line,
      Text lineName,
      List<Text> items,
      int ahead,
      @Nullable WaitRange outlook,
      List<String> windows,
      boolean green,
      Instant issuedAt,
      @Nullable Booked booked) {
    this(id, number, line, lineName, items, ahead, outlook, windows, green, issuedAt, booked, null);
  }

  /** A walk-in's ticket. */
  public TicketView(
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
    this(id, number, line, lineName, items, ahead, outlook, windows, green, issuedAt, null);
  }

  /** The same with the address of its page. */
  public TicketView with(String page) {
    return new TicketView(
        id, number, line, lineName, items, ahead, outlook, windows, green, issuedAt, booked, page);
  }

  /**
   * The slot that was booked, by the hall's clock.
   *
   * @param late whether it was checked in too late, so that the ticket is a walk-in's
   */
  public record Booked(LocalTime from, LocalTime to, boolean late) {
    public Booked {
      from = Check.present("from", from);
      to = Check.present("to", to);
    }

    /** Such as 9:00–9:30. */
    public String hours() {
      return hour(from) + "–" + hour(to);
    }

    /** Such as 9:00. */
    public static String hour(LocalTime time) {
      int minute = time.getMinute();
      return time.getHour() + ":" + (minute < 10 ? "0" : "") + minute;
    }
  }
}
