package io.tidehall.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.server.hallfile.ReadyHalls;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockGuardTest {
  private static final Instant LAST = Instant.parse("2026-11-23T02:00:00Z");

  private final HallState hall =
      Hall.step(
              HallState.empty(),
              new Request("plan", Actor.system(), new Command.Configure(ReadyHalls.trial().plan())),
              LAST)
          .after();

  private static ClockGuard showing(Instant now) {
    return new ClockGuard(() -> now);
  }

  @Test
  void aClockThatGoesOnIsRight() {
    var guard = showing(LAST.plusSeconds(60));
    assertFalse(guard.wrong(hall));
    assertEquals(LAST.plusSeconds(60), guard.time(hall));
  }

  @Test
  void aClockSetBackBySecondsIsNoneToHearOf() {
    var guard = showing(LAST.minusSeconds(10));
    assertFalse(guard.wrong(hall));
    assertEquals(LAST, guard.time(hall), "order is kept all the same");
  }

  @Test
  void aClockBehindTheJournalIsWrongAndTheHallGoesByTheJournal() {
    var guard = showing(LAST.minusSeconds(11));
    assertTrue(guard.wrong(hall));
    assertEquals(LAST, guard.time(hall));
    assertEquals(
        "shows 2026-11-23T01:59:49Z, behind the journal's last entry of 2026-11-23T02:00:00Z",
        guard.problem(hall).orElseThrow());
  }

  @Test
  void aNewHallKnowsThatNoHallRanIn1970() {
    assertTrue(showing(Instant.EPOCH).wrong(HallState.empty()));
    assertFalse(showing(ClockGuard.EARLIEST).wrong(HallState.empty()));
  }
}
