package io.tidehall.device.hardware.pi;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import io.tidehall.device.hardware.Buttons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullMarked;

/** The real Pi4J adapter on Pi4J's mock pins; a closed contact pulls a pin to ground. */
@NullMarked
public final class MockPins {
  private final List<String> names;
  private final Pi4jButtons buttons;

  public MockPins(List<String> names, LongSupplier nanos) {
    this.names = names;
    var pins = new LinkedHashMap<String, Integer>();
    names.forEach(name -> pins.put(name, 5 + pins.size()));
    buttons =
        Pi4jButtons.open(MockDigitalInputProvider.newInstance(), "mock-digital-input", pins, nanos);
    names.forEach(name -> contact(name, false));
  }

  public Buttons buttons() {
    return buttons;
  }

  /** Moves a contact and waits until Pi4J has told of it. */
  public void contact(String name, boolean down) {
    var input = (MockDigitalInput) buttons.inputs().get(names.indexOf(name));
    input.mockState(down ? DigitalState.LOW : DigitalState.HIGH);
    Awaitility.await().until(() -> buttons.seen(name) == down);
  }
}
