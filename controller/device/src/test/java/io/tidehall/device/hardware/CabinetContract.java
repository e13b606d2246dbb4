package io.tidehall.device.hardware;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.hardware.Cabinet.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Cabinet} promises. Time is driven. */
public abstract class CabinetContract {
  protected static final List<String> SENSORS = List.of("presence", "door", "paper-low");
  private static final Change AWAY = new Change("presence", false);
  private static final Change SHUT = new Change("door", false);
  private static final Change PLENTY = new Change("paper-low", false);
  private static final Change OPEN = new Change("door", true);

  private final List<Change> told = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  protected Cabinet cabinet;

  /** A cabinet of {@link #SENSORS}, all at rest, and the lamps of a status light. */
  protected abstract Cabinet open(LongSupplier nanos);

  /** Moves a sensor as the hardware would. */
  protected abstract void sense(String sensor, boolean on);

  /** What the hardware shows of a lamp. */
  protected abstract boolean burns(String lamp);

  /** Waits until the hardware's own threads have handed on what a test did. */
  protected abstract void arrived(String sensor, boolean on);

  @BeforeEach
  void opened() {
    cabinet = open(nanos::get);
    cabinet.onChange(told::add);
  }

  @AfterEach
  void closed() {
    cabinet.close();
    cabinet.close();
  }

  @Test
  void whoListensIsToldAtOnceHowEachSensorIs() {
    assertEquals(SENSORS, cabinet.sensors());
    assertEquals(StatusLight.LAMPS, cabinet.lamps());
    assertEquals(List.of(AWAY, SHUT, PLENTY), told);
  }

  @Test
  void aSensorIsToldOnceItIsAtRest() {
    move("door", true, 0);
    cabinet.settle();
    assertEquals(3, told.size(), "not yet at rest");
    later(250);
    sees(() -> told.equals(List.of(AWAY, SHUT, PLENTY, OPEN)));
    later(250);
    cabinet.settle();
    assertEquals(4, told.size(), "once");
  }

  @Test
  void aSlammingDoorIsOneClosing() {
    move("door", true, 0);
    later(300);
    sees(() -> told.contains(OPEN));
    move("door", false, 0);
    move("door", true, 60);
    move("door", false, 60);
    later(190);
    cabinet.settle();
    assertEquals(4, told.size(), "it has moved less than 200 ms ago");
    later(20);
    sees(() -> told.size() == 5);
    assertEquals(SHUT, told.getLast());
  }

  @Test
  void whatFluttersBackIsNotTold() {
    move("paper-low", true, 0);
    move("paper-low", false, 80);
    later(500);
    cabinet.settle();
    assertEquals(3, told.size());
  }

  @Test
  void aListenerThatFailsEndsNothing() {
    cabinet.onChange(
        _ -> {
          throw new IllegalStateException("a bug in a listener");
        });
    var second = new ArrayList<Change>();
    cabinet.onChange(second::add);
    move("presence", true, 0);
    later(300);
    sees(() -> second.contains(new Change("presence", true)));
  }

  @Test
  void lampsBurnAsTheyAreToldAndAreOutAfterClosing() {
    cabinet.light("light-green", true);
    assertTrue(burns("light-green"));
    assertFalse(burns("light-red"));
    cabinet.light("light-green", false);
    cabinet.light("light-red", true);
    assertFalse(burns("light-green"));
    assertTrue(burns("light-red"));
  }

  private void move(String sensor, boolean on, long laterMillis) {
    later(laterMillis);
    sense(sensor, on);
    arrived(sensor, on);
  }

  private void later(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private void sees(BooleanSupplier what) {
    await()
        .until(
            () -> {
              cabinet.settle();
              return what.getAsBoolean();
            });
  }
}
