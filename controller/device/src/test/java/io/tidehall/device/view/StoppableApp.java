package io.tidehall.device.view;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.FakeHall;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Instant;

/** A device app with a window, for {@link TerminationTest}. */
public final class StoppableApp implements DeviceApp {
  private final PrintWriter out =
      new PrintWriter(new OutputStreamWriter(System.out, System.out.charset()), true);

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    System.exit(
        DeviceMain.run(new StoppableApp(), (_, _, _, _) -> new FakeHall(Instant.EPOCH), args));
  }

  @Override
  public String name() {
    return "stoppable";
  }

  @Override
  public Running start(Device device) {
    var shell =
        Shell.open(new Shell.Spec("Stop", ScreenSize.COUNTER, false, "data:text/css,"), device);
    out.println("started");
    return () -> {
      shell.close();
      out.println("closed");
    };
  }
}
