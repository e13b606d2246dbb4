package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidehall.kiosk.flow.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong PINs over restarts, on machines whose clock goes on, starts anew, or is wrong. */
class KeptGuardTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Duration LOCK = Duration.ofMinutes(5);

  @TempDir Path folder;
  private Instant now = NOW;
  private long steady = 1_000_000;

  @Test
  void countAndLockAreThereAfterARestart() {
    assertEquals(Guard.NONE, restarted());
    keeps(4, Duration.ZERO);
    assertEquals(4, restarted().wrong());
    keeps(0, LOCK);
    now = now.plusSeconds(60);
    assertEquals(LOCK.minusSeconds(60), left());
  }

  @Test
  void aLockThatEndedWhileTheMachineWasOffIsOver() {
    keeps(0, LOCK);
    now = now.plus(LOCK);
    assertEquals(Duration.ZERO, left());
  }

  @Test
  void aClockThatStartsAnewWinsNoTriesAndLocksNobodyForEver() {
    keeps(0, LOCK);
    now = Instant.EPOCH;
    assertEquals(LOCK, left(), "nobody knows how long the machine was off");
    now = Instant.EPOCH.plusSeconds(200);
    assertEquals(LOCK.minusSeconds(200), left(), "time that it ran counts, also over a restart");
    now = NOW.plusSeconds(3600);
    assertEquals(Duration.ZERO, left());
  }

  @Test
  void anEndFarAheadIsAWholeLockAndNoLonger() throws IOException {
    Files.writeString(file(), "wrong 0\nlocked until 2099-01-01T00:00:00Z\n");
    assertEquals(LOCK, left());
    now = now.plus(LOCK);
    assertEquals(Duration.ZERO, left(), "it was kept anew by the clock of now");
  }

  @Test
  void aFileThatIsNoneIsAsGoodAsNone() throws IOException {
    for (String text : new String[] {"", "wrong 3\nlocked un", "wrong 3\nlocked until noon\n"}) {
      Files.writeString(file(), text);
      assertEquals(Guard.NONE, restarted(), text);
    }
    Files.writeString(file(), "wrong 9\nlocked until +999999999-12-31T23:59:59Z\n");
    assertEquals(LOCK, left());
    assertEquals(4, restarted().wrong(), "never so many that nobody may try");
  }

  @Test
  void nothingButTheFileIsLeftAndWithoutAFolderNothingIs() {
    keeps(2, Duration.ZERO);
    assertFalse(Files.exists(folder.resolve("pin.guard.part")));
    var none = new KeptGuard(null, () -> now, () -> steady);
    none.keep(Guard.of(2, LOCK, steady));
    assertEquals(Guard.NONE, none.load());
  }

  private void keeps(int wrong, Duration left) {
    new KeptGuard(folder, () -> now, () -> steady).keep(Guard.of(wrong, left, steady));
  }

  /** As the next start finds it, by a steady clock of its own. */
  private Guard restarted() {
    steady += 7_000_000;
    return new KeptGuard(folder, () -> now, () -> steady).load();
  }

  private Duration left() {
    return restarted().left(steady);
  }

  private Path file() {
    return folder.resolve("pin.guard");
  }
}
