package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.Histories;
import io.tidehall.server.readmodel.History;
import io.tidehall.server.readmodel.Projector;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts of a hall where window 2 (lines B and C) is staffed, and window 3 is not. */
final class HallForecastsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LineId A = new LineId("A");
  private static final LineId C = new LineId("C");
  private static final WindowId TWO = new WindowId("2");

  @TempDir Path folder = Path.of("set by JUnit");

  private static DrivenHall hall() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 24, 9, 0, 0));
    hall.signIn("2", "102");
    hall.take("B");
    hall.desk(new Command.CallNext(TWO));
    hall.pass(Duration.ofSeconds(30));
    hall.desk(new Command.Arrive(TWO));
    return hall;
  }

  /** Yesterday's forecasts came true as they should. */
  private static History goodDays() {
    List<History.Outcome> outcomes = new ArrayList<>();
    var minutes = new Promise.Minutes(10, 20, 30);
    for (int i = 0; i < 200; i++) {
      outcomes.add(
          new History.Outcome(
              DAY.minusDays(1), new Promise(minutes, minutes, false), 7.5 + i % 25));
    }
    return new History(DAY, 1, Map.of(), Map.of(), 0, null, null, outcomes);
  }

  @Test
  void theWaitGrowsWithThoseAheadAndShrinksWithTime() {
    DrivenHall hall = hall();
    List<TicketId> waiting = List.of(hall.take("C"), hall.take("B"), hall.take("C"));
    HallForecast now = new Forecasting(goodDays()).forecast(hall.state(), hall.now());
    assertTrue(now.learned());
    double before = 0;
    for (TicketId ticket : waiting) {
      double median = Objects.requireNonNull(now.left().get(ticket)).median();
      assertTrue(median > before, ticket + ": " + median + " after " + before);
      before = median;
    }
    Promise fresh = now.promise(C, false).orElseThrow();
    assertTrue(fresh.told());
    assertTrue(fresh.held().median() > before, "a new ticket stands behind them all");
    // What is left of one service, and three of about seven minutes and a walk each.
    assertTrue(fresh.raw().median() > 18 && fresh.raw().median() < 45, fresh.toString());
    assertTrue(fresh.raw().low() < fresh.raw().median(), fresh.toString());
    Promise green = now.promise(C, true).orElseThrow();
    assertTrue(green.raw().median() < fresh.raw().median() / 2, "the green channel goes first");
  }

  @Test
  void aLineWithoutAnOpenWindowHasNoForecast() {
    DrivenHall hall = hall();
    HallForecast now = new Forecasting(goodDays()).forecast(hall.state(), hall.now());
    assertTrue(now.promise(A, false).isEmpty());
    assertTrue(now.promise(C, false).isPresent());
  }

  @Test
  void withoutHistoryAForecastIsKeptAndNotTold() {
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, () -> hall().now())) {
      DrivenHall hall = hall();
      TicketId ticket = hall.take("C");
      forecasts.refresh(hall.state());
      assertFalse(forecasts.promise(C, false).orElseThrow().told());
      assertTrue(forecasts.ofNew(C, false).isEmpty());
      assertTrue(forecasts.left(ticket).isEmpty());
    }
  }

  @Test
  void aForecastOlderThanAMinuteIsNoneAtAll() {
    DrivenHall hall = hall();
    Instant[] now = {hall.now()};
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, () -> now[0])) {
      forecasts.refresh(hall.state());
      now[0] = now[0].plusSeconds(60);
      assertTrue(forecasts.promise(C, false).isPresent());
      now[0] = now[0].plusSeconds(1);
      assertTrue(forecasts.promise(C, false).isEmpty());
    }
  }

  @Test
  void nothingIsForetoldByAClockThatIsWrong() {
    DrivenHall hall = hall();
    Instant[] now = {hall.now()};
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, () -> now[0])) {
      forecasts.refresh(hall.state());
      now[0] = now[0].minusSeconds(3600);
      assertTrue(forecasts.promise(C, false).isEmpty(), "one of a time to come is none");
      forecasts.refresh(hall.state());
      assertTrue(forecasts.promise(C, false).isEmpty());
      now[0] = hall.now();
      forecasts.refresh(hall.state());
      assertTrue(forecasts.promise(C, false).isPresent());
    }
  }

  @Test
  void theLogTeachesServicesArrivalsAndWhatForecastsCameTo() {
    var hall = new DrivenHall(LocalDateTime.of(2026, 11, 23, 9, 40, 0));
    hall.signIn("2", "102");
    var minutes = new Promise.Minutes(1, 2, 3);
    hall.take("C");
    hall.take("C", null, new Promise(minutes, minutes, false));
    for (int service = 0; service < 2; service++) {
      hall.desk(new Command.CallNext(TWO));
      hall.pass(Duration.ofMinutes(1));
      hall.desk(new Command.Arrive(TWO));
      hall.pass(Duration.ofMinutes(4));
      hall.desk(new Command.Finish(TWO, Outcome.DONE_AT_ONCE, ""));
    }
    try (ReadModel model = ReadModel.open(folder)) {
      new Projector(model, hall.journal()).catchUp();
      History history = Histories.read(model, DAY, 14, DrivenHall.ZONE);
      assertEquals(1, history.days());
      assertEquals(new History.OfLine(2, 2, 4, 0, 2, 0), history.lines().get(C));
      assertEquals(Map.of(19, 2), history.slots(), "from 9:30 to 10:00");
      assertEquals(1.0, Objects.requireNonNull(history.walkMinutes()), 1e-9);
      assertEquals(
          List.of(new History.Outcome(DAY.minusDays(1), new Promise(minutes, minutes, false), 5)),
          history.outcomes());
      assertEquals(
          List.of(), Histories.read(model, DAY.plusDays(30), 14, DrivenHall.ZONE).outcomes());
    }
  }
}
