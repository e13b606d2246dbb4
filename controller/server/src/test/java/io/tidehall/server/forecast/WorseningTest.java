package io.tidehall.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Command;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.readmodel.DrivenHall;
import io.tidehall.server.readmodel.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the outlook of those who wait is much worse than what they were told. */
final class WorseningTest {
  private final DrivenHall hall = new DrivenHall(LocalDateTime.of(2026, 11, 24, 9, 0, 0));
  private final TicketId ticket = ticket();

  private TicketId ticket() {
    hall.signIn("2", "102");
    var told = new Promise.Minutes(10, 20, 30);
    return hall.take("C", null, new Promise(told, told, true));
  }

  @Test
  void itIsWorseTenMinutesBeyondTheRangeAndDropsBackByItselfBelowFive() {
    Set<TicketId> none = Set.of();
    Set<TicketId> one = Set.of(ticket);
    assertEquals(none, after(none, 39.9));
    assertEquals(one, after(none, 40));
    assertEquals(one, after(one, 35));
    assertEquals(none, after(one, 34.9));
  }

  @Test
  void whatHasBeenWaitedCounts() {
    hall.pass(Duration.ofMinutes(25));
    assertEquals(Set.of(), after(Set.of(), 14));
    assertEquals(Set.of(ticket), after(Set.of(), 15));
  }

  @Test
  void withoutHistoryTheRoughRangeIsHeldToTheRoughEstimate(@TempDir Path folder) {
    TicketId rough = hall.take("B");
    Instant[] now = {hall.now()};
    try (ReadModel model = ReadModel.open(folder);
        var forecasts = new HallForecasts(model, () -> now[0])) {
      forecasts.refresh(hall.state());
      assertFalse(forecasts.worse(rough));
      hall.pass(Duration.ofMinutes(60));
      now[0] = hall.now();
      forecasts.refresh(hall.state());
      assertTrue(forecasts.worse(rough));
      now[0] = now[0].plusSeconds(61);
      assertFalse(forecasts.worse(rough), "what was said a minute ago is said no more");
    }
  }

  @Test
  void whoIsCalledHasNothingToWorryAboutAnyMore() {
    assertEquals(Set.of(ticket), after(Set.of(), 50));
    hall.desk(new Command.CallNext(new WindowId("2")));
    assertEquals(Set.of(), after(Set.of(ticket), 50));
  }

  private Set<TicketId> after(Set<TicketId> before, double left) {
    var minutes = new Promise.Minutes(0, left, left + 10);
    var forecast =
        new HallForecast(hall.now(), 1, true, Map.of(), Map.of(), Map.of(ticket, minutes));
    return Worsening.after(before, hall.state(), forecast, hall.now());
  }
}
