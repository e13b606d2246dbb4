package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last days of a hall's own log teach about waits to come.
 *
 * @param day the day it is for
 * @param days the earlier days with tickets that count
 * @param lines what is known of each line; others were not seen
 * @param slots tickets of those days by half hour since midnight, from 0; the hall's time
 * @param greenShare green tickets of all, 0 to 1
 * @param walkMinutes from a call until the visitor sits down; null while nobody was called
 * @param noShowMinutes from a call until the ticket is marked as missed; null while none was
 * @param outcomes what was forecast and what came, of tickets that had others ahead, by time
 */
public record History(
    LocalDate day,
    int days,
    Map<LineId, OfLine> lines,
    Map<Integer, Integer> slots,
    double greenShare,
    @Nullable Double walkMinutes,
    @Nullable Double noShowMinutes,
    List<Outcome> outcomes) {
  /** Minutes in a slot. */
  public static final int SLOT = 30;

  /** A hall that has not been open yet. */
  public static History none(LocalDate day) {
    return new History(day, 0, Map.of(), Map.of(), 0, null, null, List.of());
  }

  /**
   * A line's last days.
   *
   * @param tickets issued on earlier days
   * @param services ended, with their mean and standard deviation in minutes
   */
  public record OfLine(
      int tickets, int services, double meanMinutes, double spreadMinutes, int calls, int noShows) {
    static final OfLine NOTHING = new OfLine(0, 0, 0, 0, 0, 0);

    OfLine withTickets(int count) {
      return new OfLine(count, services, meanMinutes, spreadMinutes, calls, noShows);
    }

    OfLine withServices(int count, double mean, double spread) {
      return new OfLine(tickets, count, mean, spread, calls, noShows);
    }

    OfLine withCalls(int count, int missed) {
      return new OfLine(tickets, services, meanMinutes, spreadMinutes, count, missed);
    }
  }

  /** What was forecast for a ticket, and how long it waited. */
  public record Outcome(LocalDate day, Promise promise, double minutes) {}
}
