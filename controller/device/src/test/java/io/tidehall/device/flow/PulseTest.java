package io.tidehall.device.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.flow.Pulse.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
  private final Pulse pulse = new Pulse(Duration.ofSeconds(30), Duration.ofSeconds(1));
  private long steady = 5_000;

  @Test
  void whoAnswersIsAskedAgain() {
    assertEquals(Finding.ASK, after(0));
    pulse.beat();
    assertEquals(Finding.ASK, after(1));
  }

  @Test
  void halfAMinuteWithoutAnAnswerIsFrozen() {
    after(0);
    for (int second = 1; second < 30; second++) {
      assertEquals(Finding.WAIT, after(1));
    }
    assertEquals(Finding.FROZEN, after(1));
  }

  @Test
  void aLateAnswerIsAnAnswer() {
    after(0);
    for (int second = 1; second < 30; second++) {
      after(1);
    }
    pulse.beat();
    assertEquals(Finding.ASK, after(1));
    assertEquals(Finding.WAIT, after(1));
  }

  @Test
  void aMachineThatSleptForAnHourIsNotFrozen() {
    after(0);
    assertEquals(Finding.WAIT, after(3_600));
    assertEquals(Finding.WAIT, after(-3_600));
    pulse.beat();
    assertEquals(Finding.ASK, after(3_600));
  }

  private Finding after(int seconds) {
    steady += seconds * 1_000L;
    return pulse.look(steady);
  }
}
