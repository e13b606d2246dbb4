package io.tidehall.display.pad;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceButtons;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.DeviceOptions.Hardware;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.display.pad.serial.PadPort;
import io.tidehall.display.pad.view.PadWindow;
import io.tidehall.link.DeviceSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The clerk's call pad: real buttons, a pad on a serial line, the buttons on its screen and the
 * emulator's panel all press the same keys.
 */
public final class CallPadApp implements DeviceApp {
  /** The buttons' names, as {@code --pin} takes them: {@code next}, {@code no-show} … */
  public static final List<String> BUTTONS = PadKeys.ALL.stream().map(PadKeys::name).toList();

  private static final List<String> SPARE = PadKeys.SPARE.stream().map(PadKeys::name).toList();

  @Option(
      names = "--pad",
      paramLabel = "PATH",
      description = "The serial line of a pad with figures, such as /dev/ttyUSB0; no screen then.")
  @Nullable Path pad;

  @Option(names = "--screen", description = "With --pad: show the screen too.")
  boolean screen;

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new CallPadApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "call-pad";
  }

  @Override
  public Optional<ScreenSize> screen() {
    return pad == null || screen ? Optional.of(new ScreenSize(480, 320)) : Optional.empty();
  }

  @Override
  public Running start(Device device) {
    if (pad == null) {
      return start(device, DeviceButtons.open(device.options(), BUTTONS, SPARE));
    }
    if (device.options().hardware() != Hardware.NONE) {
      throw new CannotStartException(
          "expected either --pad or --hardware (and --emulate), but both came");
    }
    return start(device, new SerialPad(new PadPort(pad), SerialPad.Pace.USUAL), screen);
  }

  /** Starts with buttons of the caller's choice; they are closed with the app. */
  public Running start(Device device, Buttons buttons) {
    return start(device, buttons, true);
  }

  static Running start(Device device, Buttons buttons, boolean screen) {
    return new CallPad(device, buttons, screen ? PadWindow.open(device) : null);
  }
}
