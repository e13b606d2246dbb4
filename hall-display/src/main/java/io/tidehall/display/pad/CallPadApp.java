package io.tidehall.display.pad;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceButtons;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.hardware.Buttons;
import io.tidehall.display.pad.view.PadWindow;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Act;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The clerk's call pad: real buttons, the buttons on its screen and the emulator's panel all press
 * the same six.
 */
public final class CallPadApp implements DeviceApp {
  /** The buttons' names, as {@code --pin} takes them: {@code next}, {@code no-show} … */
  public static final List<String> BUTTONS =
      Arrays.stream(Act.Button.values()).map(CallPadApp::name).toList();

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new CallPadApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "call-pad";
  }

  @Override
  public Running start(Device device) {
    return start(device, DeviceButtons.open(device.options(), BUTTONS));
  }

  /** Starts with buttons of the caller's choice; they are closed with the app. */
  public Running start(Device device, Buttons buttons) {
    return new CallPad(device, buttons, PadWindow.open(device));
  }

  static String name(Act.Button button) {
    return button.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
