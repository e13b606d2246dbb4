package io.tidehall.device.hardware.pi;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.CabinetContract;
import io.tidehall.device.hardware.StatusLight;
import io.tidehall.device.hardware.pi.Pi4jCabinet.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Pi4jCabinetTest extends CabinetContract {
  /** The mock's pins are low at first, whatever pulls them. */
  private static final Wire OPEN_WHEN_LOW = new Wire(23, true, false);

  private @Nullable Pi4jCabinet pi;

  @Override
  protected Cabinet open(LongSupplier nanos) {
    var sensors = new LinkedHashMap<String, Wire>();
    for (String name : SENSORS) {
      sensors.put(name, new Wire(22 + sensors.size(), false, true));
    }
    var lamps = new LinkedHashMap<String, Integer>();
    for (String lamp : StatusLight.LAMPS) {
      lamps.put(lamp, 5 + lamps.size());
    }
    pi = mocked(sensors, lamps, nanos);
    return pi;
  }

  private static Pi4jCabinet mocked(
      Map<String, Wire> sensors, Map<String, Integer> lamps, LongSupplier nanos) {
    return Pi4jCabinet.open(
        MockDigitalInputProvider.newInstance(),
        MockDigitalOutputProvider.newInstance(),
        "mock",
        sensors,
        lamps,
        nanos);
  }

  @Override
  protected void sense(String sensor, boolean on) {
    ((MockDigitalInput) requireNonNull(pi).input(sensor))
        .mockState(on ? DigitalState.HIGH : DigitalState.LOW);
  }

  @Override
  protected void arrived(String sensor, boolean on) {
    await().until(() -> requireNonNull(pi).seen(sensor) == on);
  }

  @Override
  protected boolean burns(String lamp) {
    return requireNonNull(pi).output(lamp).isHigh();
  }

  @Test
  void aDoorThatStandsOpenAtTheStartIsToldAtOnce() {
    try (Pi4jCabinet open = mocked(Map.of("door", OPEN_WHEN_LOW), Map.of(), System::nanoTime)) {
      var told = new ArrayList<Cabinet.Change>();
      open.onChange(told::add);
      assertEquals(List.of(new Cabinet.Change("door", true)), told);
    }
  }

  @Test
  void withoutGpioTheReasonIsSaid() {
    assertThrows(
        IllegalStateException.class,
        () -> Pi4jCabinet.gpiod(Map.of("door", OPEN_WHEN_LOW), Map.of("light-red", 7)));
  }
}
