package io.tidehall.device.hardware.pi;

import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.linuxfs.provider.gpio.digital.LinuxFsDigitalInputProvider;
import com.pi4j.provider.Provider;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.hardware.Presses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Buttons between GPIO pins and ground, with the Pi's own pull-up: down is low. The provider is the
 * caller's choice and nothing is detected; Pi4J's shutdown hook is off, because the app itself says
 * when the pins are let go.
 */
public final class Pi4jButtons implements Buttons {
  private final Context context;
  private final Presses presses;

  private Pi4jButtons(Context context, Map<String, Integer> pins, LongSupplier nanos) {
    this.context = context;
    this.presses = new Presses(List.copyOf(pins.keySet()), nanos);
  }

  /** Through the kernel's GPIO character device: the usual way. Pins are BCM numbers. */
  public static Pi4jButtons gpiod(Map<String, Integer> pins) {
    return open(
        GpioDDigitalInputProvider.newInstance(), "gpiod-digital-input", pins, System::nanoTime);
  }

  /** Through {@code /sys/class/gpio}: for old kernels. */
  public static Pi4jButtons linuxfs(Map<String, Integer> pins) {
    return open(
        LinuxFsDigitalInputProvider.newInstance("/sys/class/gpio"),
        "linuxfs-digital-input",
        pins,
        System::nanoTime);
  }

  static Pi4jButtons open(
      Provider<?, ?, ?> provider, String id, Map<String, Integer> pins, LongSupplier nanos) {
    Context context =
        ContextBuilder.newInstance().noAutoDetect().disableShutdownHook().add(provider).build();
    var buttons = new Pi4jButtons(context, pins, nanos);
    try {
      pins.forEach((name, pin) -> buttons.attach(name, pin, id));
    } catch (IOException e) {
      context.shutdown();
      throw new IllegalStateException(
          "expected the buttons at the pins %s through %s, but %s: is this a Raspberry Pi, and may this user use its GPIO?"
              .formatted(pins, id, e.getMessage()),
          e);
    }
    return buttons;
  }

  private void attach(String name, int pin, String provider) {
    DigitalInput input =
        context.create(
            DigitalInputConfigBuilder.newInstance(context)
                .id(name)
                .name(name)
                .address(pin)
                .pull(PullResistance.PULL_UP)
                // Debounced by ourselves: the plugins differ in what they do.
                .debounce(0L)
                .provider(provider)
                .build());
    input.addListener(change -> presses.contact(name, change.state() == DigitalState.LOW));
  }

  /** The inputs, for tests with the mock plugin. */
  List<DigitalInput> inputs() {
    var inputs = new ArrayList<DigitalInput>();
    presses.names().forEach(name -> inputs.add(context.io(name, DigitalInput.class)));
    return inputs;
  }

  /** What a button's pin said last, for tests: Pi4J tells of it on threads of its own. */
  boolean seen(String name) {
    return presses.seen(name);
  }

  @Override
  public List<String> names() {
    return presses.names();
  }

  @Override
  public void onMove(Consumer<Move> listener) {
    presses.listen(listener);
  }

  @Override
  public void settle() {
    presses.settle();
  }

  @Override
  public void close() {
    presses.close();
    if (!context.isShutdown()) {
      context.shutdown();
    }
  }
}
