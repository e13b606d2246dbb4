package io.tidehall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.protocol.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HallTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-05T00:30:00Z");
  private final HallTime time = new HallTime(ZoneId.of("Asia/Shanghai"));

  @Test
  void theClockShowsTheHallsZone() {
    assertEquals("8:30", time.time(NOW));
    assertEquals("11月5日 星期四", time.date(NOW, Language.ZH));
    assertEquals("Thu 5 Nov", time.date(NOW, Language.EN));
  }

  @Test
  void aTimeToComeIsSaidAsNearAsPeopleSayIt() {
    assertEquals("今天 14:00", until("2026-11-05T14:00", Language.ZH));
    assertEquals("明天 8:30", until("2026-11-06T08:30", Language.ZH));
    assertEquals("11月9日 星期一 8:30", until("2026-11-09T08:30", Language.ZH));
    assertEquals("8:30 on Mon 9 Nov", until("2026-11-09T08:30", Language.EN));
  }

  private String until(String then, Language language) {
    return time.until(LocalDateTime.parse(then), NOW, language);
  }
}
