package io.tidehall.device;

import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.EmulatedCabinet;
import io.tidehall.device.hardware.pi.Pi4jCabinet;
import io.tidehall.device.hardware.pi.Pi4jCabinet.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Chooses the cabinet that the options ask for; what has no pin is not fitted. */
public final class DeviceCabinet {
  /**
   * A sensor that a device may have.
   *
   * @param pullUp whether it is a contact to ground, for which the pin is pulled up; else down
   * @param onWhenHigh which level means yes, unless {@code --invert} names it
   */
  public record Sensor(String name, boolean pullUp, boolean onWhenHigh) {}

  private DeviceCabinet() {}

  /** The cabinet of a device that may have these sensors and lamps, and nothing else at pins. */
  public static Cabinet open(DeviceOptions options, List<Sensor> sensors, List<String> lamps) {
    List<String> names = sensors.stream().map(Sensor::name).toList();
    return switch (options.hardware()) {
      case NONE -> new NoCabinet();
      case EMULATED -> new EmulatedCabinet(names, lamps);
      case PI4J -> pi(options, sensors, lamps);
    };
  }

  private static Cabinet pi(DeviceOptions options, List<Sensor> sensors, List<String> lamps) {
    var unknown = new TreeSet<>(options.pins().keySet());
    var inputs = new LinkedHashMap<String, Wire>();
    for (Sensor sensor : sensors) {
      Integer pin = options.pins().get(sensor.name());
      if (pin != null) {
        boolean inverted = options.inverted().contains(sensor.name());
        inputs.put(sensor.name(), new Wire(pin, sensor.pullUp(), sensor.onWhenHigh() != inverted));
      }
      unknown.remove(sensor.name());
    }
    var outputs = new LinkedHashMap<String, Integer>();
    for (String lamp : lamps) {
      Integer pin = options.pins().get(lamp);
      if (pin != null) {
        outputs.put(lamp, pin);
      }
      unknown.remove(lamp);
    }
    if (!unknown.isEmpty()) {
      throw new CannotStartException(
          "expected pins for %s or %s, but --pin names %s"
              .formatted(sensors.stream().map(Sensor::name).toList(), lamps, unknown));
    }
    return gpiod(inputs, outputs);
  }

  private static Cabinet gpiod(Map<String, Wire> inputs, Map<String, Integer> outputs) {
    if (inputs.isEmpty() && outputs.isEmpty()) {
      return new NoCabinet();
    }
    try {
      return Pi4jCabinet.gpiod(inputs, outputs);
    } catch (IllegalStateException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  /** Nothing is fitted. */
  private record NoCabinet() implements Cabinet {
    @Override
    public List<String> sensors() {
      return List.of();
    }

    @Override
    public List<String> lamps() {
      return List.of();
    }

    @Override
    public void onChange(Consumer<Change> listener) {
      // Nothing senses.
    }

    @Override
    public void settle() {
      // Nothing moves.
    }

    @Override
    public void light(String lamp, boolean lit) {
      throw new IllegalArgumentException("expected a fitted lamp, but " + lamp + " is none");
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
