package io.tidehall.server.report;

import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.ticket.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hall's day in figures, with nothing about a single visitor or clerk. All times are whole
 * seconds; a share of nothing is null. {@link DayReports#of} makes it, {@link DayReportCsv} writes
 * it; its fields are fit for JSON as they are.
 *
 * @param asOf until when it counts: the end of the day, or the last thing that happened
 */
public record DayReport(
    LocalDate day,
    Instant asOf,
    String hallZh,
    String hallEn,
    long waitTargetSeconds,
    Tickets tickets,
    Waits waits,
    Handling handling,
    List<LineRow> lines,
    List<WindowRow> windows,
    Map<Outcome, Integer> outcomes,
    Ratings ratings,
    List<TideRow> tides,
    Forecasts forecasts,
    Notices notices,
    Bookings bookings) {

  /**
   * Tickets of the day.
   *
   * @param finished served to the end on this day
   * @param noShows calls in vain (过号)
   * @param voids given up, {@code voidsAtDayEnd} of them because they still waited then
   */
  public record Tickets(
      int issued, int green, int finished, int noShows, int voids, int voidsAtDayEnd) {}

  /** Mean walk from call to arrival, and mean handling without held time, of services ended. */
  public record Handling(
      int services,
      @Nullable Long meanWalkSeconds,
      @Nullable Long meanServiceSeconds,
      @Nullable Long meanHeldSeconds) {}

  /** A line's day; its waits are those in the line, transfers into it included. */
  public record LineRow(
      String line,
      String zh,
      String en,
      int issued,
      int finished,
      int noShows,
      int voids,
      Waits waits) {}

  /**
   * A window's day.
   *
   * @param staffedSeconds from sign-in to sign-out, pauses included
   * @param busySeconds with a ticket, from its call to the end of its service
   * @param use busy of staffed
   * @param openSeconds staffed and not paused
   * @param idleSeconds open and without a ticket, while the clerk had none at another window either
   * @param idleWhileEligibleSeconds idle while somebody waited whom this window may serve
   * @param idleWhileAnySeconds idle while anybody waited
   * @param idleWhileEligible idle while somebody eligible waited, of open
   * @param idleWhileAny idle while anybody waited, of open
   */
  public record WindowRow(
      String window,
      String zh,
      String en,
      WindowKind kind,
      int called,
      int finished,
      int noShows,
      @Nullable Long meanServiceSeconds,
      long staffedSeconds,
      long busySeconds,
      long pausedSeconds,
      long openSeconds,
      long idleSeconds,
      long idleWhileEligibleSeconds,
      long idleWhileAnySeconds,
      @Nullable Double use,
      @Nullable Double idleWhileEligible,
      @Nullable Double idleWhileAny) {}

  /**
   * A tidal window's day; only windows that the tide touched are there.
   *
   * @param openSeconds from being asked for to being asked to close
   * @param mannedSeconds of it with a clerk signed in
   * @param unanswered proposals that expired
   */
  public record TideRow(
      String window,
      String zh,
      String en,
      int openings,
      long openSeconds,
      long mannedSeconds,
      int proposals,
      int refusals,
      int unanswered) {}

  /**
   * Notices of the day in three copies.
   *
   * @param issued by the outcome they tell of
   * @param notPrinted of which a copy did not come out for certain, reprints counted in
   * @param missing what was missing most often, the most frequent first
   */
  public record Notices(Map<Outcome, Integer> issued, int notPrinted, List<Missing> missing) {}

  /**
   * Bookings for slots of the day.
   *
   * @param booked all but those cancelled
   * @param inTime checked in in time
   * @param late checked in too late, as walk-ins
   * @param missed whose day ended and nobody came
   * @param share of the tickets issued that came of a booking in time
   */
  public record Bookings(
      int booked, int inTime, int late, int missed, int cancelled, @Nullable Double share) {}

  /** A paper that was missing. */
  public record Missing(String paper, int times) {}

  /**
   * How well the waits were forecast.
   *
   * @param waited tickets that had others ahead and were called
   * @param told those of them that were told a forecast; the others got a rough estimate or nothing
   * @param rows of those told, of the whole hall first, then by line; empty when none was told
   */
  public record Forecasts(int waited, int told, List<ForecastRow> rows) {}

  /**
   * Forecasts held to what came, of the whole hall or a line, and of a load.
   *
   * @param line empty for the whole hall
   * @param meanErrorSeconds mean distance of the median told from the wait
   * @param biasSeconds mean of the median told less the wait: above zero, the hall told too much
   * @param coverage share of waits within the range told, before it was rounded; meant to be 0.8
   */
  public record ForecastRow(
      String line,
      String zh,
      String en,
      Load load,
      int tickets,
      long meanErrorSeconds,
      long biasSeconds,
      double coverage) {}

  /** How many were ahead at the issue. */
  public enum Load {
    ALL,
    /** One to four. */
    FEW,
    /** Five or more. */
    MANY
  }

  /**
   * Ratings of the day's services, as known when the report is made.
   *
   * @param levels how many rated themselves, by level from 5 to 1; system defaults are not in it
   * @param silent invited and not rated, the pad's time over (未评价)
   * @param defaults set by the system
   * @param satisfaction share of levels 3 to 5 among those who rated themselves
   */
  public record Ratings(
      int invited,
      int rated,
      Map<Integer, Integer> levels,
      int silent,
      int defaults,
      @Nullable Double satisfaction) {}
}
