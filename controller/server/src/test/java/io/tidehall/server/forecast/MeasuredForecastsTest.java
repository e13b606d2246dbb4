package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.report.DayReport;
import io.tidehall.server.report.DayReport.ForecastRow;
import io.tidehall.server.report.DayReport.Load;
import io.tidehall.server.report.DayReports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the running hall tells its visitors, measured over weeks: real rules, journal, read model
 * and forecasts; only visitors and clerks are drawn by chance, from a fixed seed.
 */
final class MeasuredForecastsTest {
  private static final int DAYS = 20;

  /** What is learned from before anything is asked of the ranges. */
  private static final int LEARNING = 6;

  private static final int MANY = 5;

  @TempDir private static Path folder = Path.of("set by JUnit");
  private static LivedWeeks weeks;
  private static SortedMap<LocalDate, List<Outcome>> days;

  /** What was told with a ticket that had others ahead, and the minutes that it waited. */
  private record Outcome(String line, int ahead, Promise promise, double minutes) {
    boolean held() {
      Promise.Minutes range = promise.held();
      return range.low() <= minutes && minutes <= range.high();
    }

    double error() {
      return promise.held().median() - minutes;
    }
  }

  @BeforeAll
  static void live() {
    weeks = new LivedWeeks(folder, DAYS);
    days = outcomes();
  }

  @AfterAll
  static void close() {
    weeks.close();
  }

  /** From the journal alone: no table of the read model is asked. */
  private static SortedMap<LocalDate, List<Outcome>> outcomes() {
    SortedMap<LocalDate, List<Outcome>> byDay = new TreeMap<>();
    Map<TicketId, Event.TicketIssued> issued = new TreeMap<>();
    Map<TicketId, Instant> since = new TreeMap<>();
    for (Entry entry : weeks.hall.entries()) {
      for (Event event : entry.events()) {
        if (event instanceof Event.TicketIssued it) {
          issued.put(it.ticket(), it);
          since.put(it.ticket(), entry.at());
        } else if (event instanceof Event.TicketCalled it) {
          Event.TicketIssued ticket = Objects.requireNonNull(issued.get(it.ticket()));
          Promise promise = ticket.promise();
          if (ticket.ahead() > 0 && promise != null && promise.told()) {
            Duration waited =
                Duration.between(Objects.requireNonNull(since.get(it.ticket())), entry.at());
            byDay
                .computeIfAbsent(
                    weeks.hall.state().plan().dayAt(entry.at()), _ -> new ArrayList<>())
                .add(
                    new Outcome(
                        ticket.line().value(), ticket.ahead(), promise, waited.toSeconds() / 60.0));
          }
        }
      }
    }
    return byDay;
  }

  private static List<LocalDate> measured() {
    return days.keySet().stream().skip(LEARNING).toList();
  }

  @Test
  void theRangesHoldInFourOfFiveCases() {
    List<Double> shares = new ArrayList<>();
    int tickets = 0;
    int held = 0;
    for (LocalDate day : measured()) {
      List<Outcome> its = Objects.requireNonNull(days.get(day));
      long of = its.stream().filter(Outcome::held).count();
      shares.add((double) of / its.size());
      tickets += its.size();
      held += (int) of;
    }
    assertTrue(tickets > 700, "enough tickets: " + tickets);
    double coverage = (double) held / tickets;
    double half = halfWidth(shares);
    String found = "%.3f ± %.3f of %d tickets".formatted(coverage, half, tickets);
    assertTrue(half < 0.05, found);
    assertTrue(coverage + half >= 0.78 && coverage - half <= 0.82, found);
  }

  /** Of the 95 % interval over days: tickets of a day are not independent. */
  private static double halfWidth(List<Double> days) {
    double mean = days.stream().mapToDouble(it -> it).average().orElse(0);
    double square = days.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    double deviation = Math.sqrt(square / (days.size() - 1));
    double t = TDistribution.of(days.size() - 1).inverseSurvivalProbability(0.025);
    return t * deviation / Math.sqrt(days.size());
  }

  @Test
  void theForecastIsCloserThanPeopleAheadTimesTheMeanOverTheWindows() {
    double error = 0;
    double usual = 0;
    for (LocalDate day : measured()) {
      for (Outcome it : Objects.requireNonNull(days.get(day))) {
        error += Math.abs(it.error());
        // Every line has two windows, and those ahead stand in all of their lanes.
        usual += Math.abs(it.ahead() * LivedWeeks.MEAN / 2 - it.minutes());
      }
    }
    assertTrue(error < 0.8 * usual, "%.2f of the formula's error".formatted(error / usual));
  }

  @Test
  void theReportsScoreIsWhatTheJournalGives() {
    int scored = 0;
    for (LocalDate day : days.keySet()) {
      DayReport report = DayReports.of(weeks.model, day).orElseThrow();
      List<Outcome> its = Objects.requireNonNull(days.get(day));
      assertEquals(its.size(), report.forecasts().told(), day.toString());
      List<Row> found = brief(report.forecasts().rows());
      List<Row> expected = rows(its);
      for (int i = 0; i < expected.size(); i++) {
        assertTrue(expected.get(i).agrees(found.get(i)), expected.get(i) + " " + found.get(i));
      }
      assertEquals(expected.size(), found.size(), day.toString());
      scored += its.size();
    }
    assertTrue(scored > 1000, "scored " + scored);
  }

  /** A row of the report without names. */
  private record Row(String line, Load load, int tickets, long error, long bias, double covered) {
    /** But for a second by rounding. */
    boolean agrees(Row other) {
      return line.equals(other.line)
          && load == other.load
          && tickets == other.tickets
          && Math.abs(error - other.error) <= 1
          && Math.abs(bias - other.bias) <= 1
          && covered == other.covered;
    }
  }

  private static List<Row> brief(List<ForecastRow> rows) {
    return rows.stream()
        .map(
            it ->
                new Row(
                    it.line(),
                    it.load(),
                    it.tickets(),
                    it.meanErrorSeconds(),
                    it.biasSeconds(),
                    it.coverage()))
        .toList();
  }

  private static List<Row> rows(List<Outcome> all) {
    List<Row> rows = new ArrayList<>();
    add(rows, "", all);
    for (String line : new TreeSet<>(all.stream().map(Outcome::line).toList())) {
      add(rows, line, all.stream().filter(it -> it.line().equals(line)).toList());
    }
    return rows;
  }

  private static void add(List<Row> rows, String line, List<Outcome> all) {
    add(rows, line, Load.ALL, all, _ -> true);
    add(rows, line, Load.FEW, all, it -> it.ahead() < MANY);
    add(rows, line, Load.MANY, all, it -> it.ahead() >= MANY);
  }

  private static void add(
      List<Row> rows, String line, Load load, List<Outcome> all, Predicate<Outcome> which) {
    List<Outcome> its = all.stream().filter(which).toList();
    if (!its.isEmpty()) {
      double error = its.stream().mapToDouble(it -> Math.abs(it.error())).sum() / its.size();
      double bias = its.stream().mapToDouble(Outcome::error).sum() / its.size();
      rows.add(
          new Row(
              line,
              load,
              its.size(),
              Math.round(60 * error),
              Math.round(60 * bias),
              (double) its.stream().filter(Outcome::held).count() / its.size()));
    }
  }
}
