package io.tidehall.display.counter;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.flow.Flow;
import io.tidehall.device.flow.FlowRunner;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.display.Happening;
import io.tidehall.display.Ticker;
import io.tidehall.display.WindowTopics;
import io.tidehall.display.counter.view.CounterWindow;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The call-display above a counter; the hall says which counter. */
public final class CounterApp implements DeviceApp {
  @Option(
      names = "--strip",
      description = "Lay out for a flat 1920×360 screen instead of 1024×600.")
  boolean strip;

  public CounterApp() {}

  /** An app for a flat screen or an ordinary one, where there is no command line. */
  public CounterApp(boolean strip) {
    this.strip = strip;
  }

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new CounterApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "counter-display";
  }

  @Override
  public Optional<ScreenSize> screen() {
    return Optional.of(strip ? new ScreenSize(1920, 360) : ScreenSize.COUNTER);
  }

  @Override
  public Running start(Device device) {
    DeviceSession session = device.session();
    var window = CounterWindow.open(device, strip);
    var runner =
        new FlowRunner<CounterScreen, Happening, Void>(
            CounterScreen.at(session.hallClock().instant()),
            (screen, happening) -> Flow.Step.to(CounterFlow.next(screen, happening)),
            window.executor(),
            screen -> window.show(CounterPainter.paint(screen)),
            _ -> {});
    WindowTopics.watch(device.id(), session, runner::happen);
    var ticker = new Ticker(session.hallClock(), now -> runner.happen(new Happening.Tick(now)));
    return () -> {
      ticker.close();
      window.close();
    };
  }
}
