package io.tidehall.device.hardware.pi;

import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.provider.Provider;
import io.tidehall.device.hardware.Cabinet;
import io.tidehall.device.hardware.Sensing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sensors and lamps at GPIO pins; which provider is the caller's choice, as for buttons. */
public final class Pi4jCabinet implements Cabinet {
  /**
   * How a sensor is wired.
   *
   * @param pin its BCM number
   * @param pullUp whether the Pi pulls the pin up, for a contact to ground; else down
   * @param onWhenHigh which level means yes
   */
  public record Wire(int pin, boolean pullUp, boolean onWhenHigh) {}

  private final Context context;
  private final Sensing sensing;
  private final Map<String, DigitalInput> inputs = new LinkedHashMap<>();
  private final Map<String, DigitalOutput> outputs = new LinkedHashMap<>();

  private Pi4jCabinet(Context context, List<String> sensors, LongSupplier nanos) {
    this.context = context;
    this.sensing = new Sensing(sensors, nanos);
  }

  /** Through the kernel's GPIO character device. Pins are BCM numbers. */
  public static Pi4jCabinet gpiod(Map<String, Wire> sensors, Map<String, Integer> lamps) {
    return open(
        GpioDDigitalInputProvider.newInstance(),
        GpioDDigitalOutputProvider.newInstance(),
        "gpiod",
        sensors,
        lamps,
        System::nanoTime);
  }

  static Pi4jCabinet open(
      Provider<?, ?, ?> reading,
      Provider<?, ?, ?> writing,
      String providers,
      Map<String, Wire> sensors,
      Map<String, Integer> lamps,
      LongSupplier nanos) {
    Context context =
        ContextBuilder.newInstance()
            .noAutoDetect()
            .disableShutdownHook()
            .add(reading, writing)
            .build();
    var cabinet = new Pi4jCabinet(context, List.copyOf(sensors.keySet()), nanos);
    try {
      sensors.forEach((name, wire) -> cabinet.sensor(name, wire, providers + "-digital-input"));
      lamps.forEach((name, pin) -> cabinet.lamp(name, pin, providers + "-digital-output"));
    } catch (IOException e) {
      context.shutdown();
      throw new IllegalStateException(
          "expected the sensors %s and lamps %s through %s, but %s: is this a Raspberry Pi, and may this user use its GPIO?"
              .formatted(sensors, lamps, providers, e.getMessage()),
          e);
    }
    return cabinet;
  }

  private void sensor(String name, Wire wire, String provider) {
    DigitalInput input =
        context.create(
            DigitalInputConfigBuilder.newInstance(context)
                .id(name)
                .name(name)
                .address(wire.pin())
                .pull(wire.pullUp() ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
                // Settled by ourselves: the plugins differ in what they do.
                .debounce(0L)
                .provider(provider)
                .build());
    inputs.put(name, input);
    // A door that stands open at the start gives no edge.
    sensing.first(name, on(wire, input.state()));
    input.addListener(change -> sensing.level(name, on(wire, change.state())));
  }

  /** A level that cannot be read is a pin at rest. */
  private static boolean on(Wire wire, DigitalState state) {
    boolean high = state == DigitalState.UNKNOWN ? wire.pullUp() : state == DigitalState.HIGH;
    return high == wire.onWhenHigh();
  }

  private void lamp(String name, int pin, String provider) {
    outputs.put(
        name,
        context.create(
            DigitalOutputConfigBuilder.newInstance(context)
                .id(name)
                .name(name)
                .address(pin)
                .initial(DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .provider(provider)
                .build()));
  }

  /** What a sensor's pin said last, for tests: Pi4J tells of it on threads of its own. */
  boolean seen(String sensor) {
    return sensing.seen(sensor);
  }

  /** The pin of a sensor, for tests with the mock plugin. */
  DigitalInput input(String sensor) {
    return Objects.requireNonNull(inputs.get(sensor));
  }

  /** The pin of a lamp, for tests with the mock plugin. */
  DigitalOutput output(String lamp) {
    return Objects.requireNonNull(outputs.get(lamp));
  }

  @Override
  public List<String> sensors() {
    return sensing.sensors();
  }

  @Override
  public List<String> lamps() {
    return List.copyOf(outputs.keySet());
  }

  @Override
  public void onChange(Consumer<Change> listener) {
    sensing.listen(listener);
  }

  @Override
  public void settle() {
    sensing.settle();
  }

  @Override
  public void light(String lamp, boolean lit) {
    DigitalOutput output = output(lamp);
    if (!context.isShutdown() && output.isHigh() != lit) {
      output.setState(lit);
    }
  }

  @Override
  public void close() {
    sensing.close();
    if (!context.isShutdown()) {
      outputs.values().forEach(DigitalOutput::low);
      context.shutdown();
    }
  }
}
