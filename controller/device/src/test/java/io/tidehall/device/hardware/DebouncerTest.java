package io.tidehall.device.hardware;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebouncerTest {
  private final Debouncer debouncer = new Debouncer(Duration.ofMillis(30));

  private boolean edge(boolean down, long millis) {
    long nanos = Duration.ofMillis(millis).toNanos();
    debouncer.settle(nanos);
    return debouncer.move(down, nanos) && down;
  }

  @Test
  void theFirstEdgeCountsAtOnce() {
    assertTrue(edge(true, 0));
  }

  @Test
  void bouncesAfterPressAndReleaseAreNotPresses() {
    assertTrue(edge(true, 0));
    assertFalse(edge(false, 2));
    assertFalse(edge(true, 4));
    assertFalse(edge(false, 200));
    assertFalse(edge(true, 203));
    assertFalse(edge(false, 205));
  }

  @Test
  void aTapShorterThanTheQuietTimeDoesNotSpoilTheNextPress() {
    assertTrue(edge(true, 0));
    assertFalse(edge(false, 8));
    assertTrue(edge(true, 400));
  }

  @Test
  void twoPressesApartAreTwo() {
    assertTrue(edge(true, 0));
    assertFalse(edge(false, 100));
    assertTrue(edge(true, 250));
  }

  @Test
  void theSameLevelAgainIsNoEdge() {
    assertTrue(edge(true, 0));
    assertFalse(edge(true, 500));
    assertFalse(edge(true, 5_000));
  }

  @Test
  void anyStartOfTheClockWill() {
    assertTrue(edge(true, Long.MIN_VALUE / 2_000_000));
  }

  @Test
  void aTapShorterThanTheQuietTimeIsLetGoOnceItIsOver() {
    assertTrue(edge(true, 0));
    assertFalse(edge(false, 8));
    assertFalse(debouncer.settle(Duration.ofMillis(20).toNanos()));
    assertTrue(debouncer.settle(Duration.ofMillis(40).toNanos()));
    assertFalse(debouncer.down());
    assertFalse(debouncer.settle(Duration.ofMillis(80).toNanos()));
  }
}
