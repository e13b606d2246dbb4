package io.tidehall.server.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.ReadyHalls;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void theHoursOfADayReadWellInBothLanguages() {
    var ready =
        assertInstanceOf(
            HallFile.Ready.class, HallFile.read("village.yaml", ReadyHalls.source("village")));
    var hours = Moments.hours(ready.setup().plan(), Instant.parse("2026-11-23T01:00:00Z"));
    assertEquals("08:30–11:30，14:30–17:00", hours.zh());
    assertEquals("08:30–11:30, 14:30–17:00", hours.en());
  }
}
