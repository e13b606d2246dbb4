package io.tidehall.device.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class EmulatedCabinetTest extends CabinetContract {
  private EmulatedCabinet emulated = new EmulatedCabinet(SENSORS, StatusLight.LAMPS);

  @Override
  protected Cabinet open(LongSupplier nanos) {
    emulated = new EmulatedCabinet(SENSORS, StatusLight.LAMPS, nanos);
    return emulated;
  }

  @Override
  protected void sense(String sensor, boolean on) {
    emulated.sense(sensor, on);
  }

  @Override
  protected boolean burns(String lamp) {
    return emulated.lit().contains(lamp);
  }

  @Override
  protected void arrived(String sensor, boolean on) {
    // It has come already.
  }

  @Test
  void anUnknownSensorOrLampIsRefusedByName() {
    assertThrows(NullPointerException.class, () -> emulated.sense("coffee", true));
    assertThrows(IllegalArgumentException.class, () -> emulated.light("coffee", true));
  }

  @Test
  void theStatusLightTellsByColourAndByBlinking() {
    assertEquals(Set.of("light-green"), shown(StatusLight.READY, 0));
    assertEquals(Set.of("light-green"), shown(StatusLight.READY, 700));
    assertEquals(Set.of("light-amber"), shown(StatusLight.BUSY, 700));
    assertEquals(Set.of("light-amber"), shown(StatusLight.ATTENTION, 0));
    assertEquals(Set.of(), shown(StatusLight.ATTENTION, 700));
    assertEquals(Set.of("light-red"), shown(StatusLight.OUT_OF_SERVICE, 100));
    assertEquals(Set.of(), shown(StatusLight.OUT_OF_SERVICE, 400));
    assertEquals(Set.of(), shown(StatusLight.DARK, 0));
  }

  @Test
  void aLightOfOneLampStillBlinks() {
    emulated = new EmulatedCabinet(List.of(), List.of("light-green"));
    assertEquals(Set.of("light-green"), shown(StatusLight.OUT_OF_SERVICE, 0));
    assertEquals(Set.of(), shown(StatusLight.OUT_OF_SERVICE, 300));
    assertEquals(Set.of("light-green"), shown(StatusLight.BUSY, 300));
  }

  private Set<String> shown(StatusLight what, long steady) {
    what.show(emulated, steady);
    return emulated.lit();
  }
}
