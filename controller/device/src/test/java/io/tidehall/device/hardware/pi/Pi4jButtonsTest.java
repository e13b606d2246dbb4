package io.tidehall.device.hardware.pi;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.ButtonsContract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Pi4jButtonsTest extends ButtonsContract {
  private @Nullable Pi4jButtons pi;

  @Override
  protected Buttons open(LongSupplier nanos) {
    var pins = new LinkedHashMap<String, Integer>();
    for (String name : NAMES) {
      pins.put(name, 17 + pins.size());
    }
    pi =
        Pi4jButtons.open(MockDigitalInputProvider.newInstance(), "mock-digital-input", pins, nanos);
    pi.inputs().forEach(input -> ((MockDigitalInput) input).mockState(DigitalState.HIGH));
    return pi;
  }

  /** A closed contact pulls the pin to ground. */
  @Override
  protected void contact(String name, boolean down) {
    var input = (MockDigitalInput) requireNonNull(pi).inputs().get(NAMES.indexOf(name));
    input.mockState(down ? DigitalState.LOW : DigitalState.HIGH);
    await().until(() -> requireNonNull(pi).seen(name) == down);
  }

  @Test
  void withoutGpioTheReasonIsSaid() {
    assertThrows(IllegalStateException.class, () -> Pi4jButtons.gpiod(Map.of("next", 17)));
  }
}
