package io.tidehall.device;

import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.EmulatedButtons;
import io.tidehall.device.hardware.pi.Pi4jButtons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Chooses the buttons that the options ask for; nothing is detected. */
public final class DeviceButtons {
  private DeviceButtons() {}

  /** The device's buttons, by these names. */
  public static Buttons open(DeviceOptions options, List<String> names) {
    return open(options, names, List.of());
  }

  /**
   * The device's buttons.
   *
   * @param spare those of the names that a device may lack
   */
  public static Buttons open(DeviceOptions options, List<String> names, List<String> spare) {
    return switch (options.hardware()) {
      case NONE -> new NoButtons(names);
      case EMULATED -> new EmulatedButtons(names);
      case PI4J -> pi(options, names, spare);
    };
  }

  private static Buttons pi(DeviceOptions options, List<String> names, List<String> spare) {
    var pins = new LinkedHashMap<String, Integer>();
    for (String name : names) {
      Integer pin = options.pins().get(name);
      if (pin == null && spare.contains(name)) {
        continue;
      }
      if (pin == null) {
        throw new CannotStartException(
            "expected a pin for each of the buttons %s, but '%s' has none: add --pin %s=BCM"
                .formatted(names, name, name));
      }
      pins.put(name, pin);
    }
    try {
      return Pi4jButtons.gpiod(pins);
    } catch (IllegalStateException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  /** A device with a touch screen only. */
  private record NoButtons(List<String> names) implements Buttons {
    @Override
    public void onMove(Consumer<Move> listener) {
      // Nobody can press what is not there.
    }

    @Override
    public void settle() {
      // Nothing moves.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
