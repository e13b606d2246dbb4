package io.tidehall.launcher;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.server.Controller;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The device apps beside a controller: the first kiosk, printer and board, and chosen windows. */
final class RunningDevices implements AutoCloseable {
  private final List<DeviceProcess> processes;

  private RunningDevices(List<DeviceProcess> processes) {
    this.processes = processes;
  }

  static RunningDevices start(RunOptions options, HallSetup hall, Controller controller)
      throws IOException {
    Set<String> windows = windows(options, hall);
    Set<DeviceRole> started = new HashSet<>();
    List<DeviceProcess> processes = new ArrayList<>();
    for (HallDevice device : hall.devices()) {
      boolean wanted =
          device.window() != null
              ? windows.contains(device.window()) && device.role() != DeviceRole.CALL_PAD
              // Strips need a serial line, whose name only who cabled it knows.
              : device.role() != DeviceRole.LED_LINE && started.add(device.role());
      if (wanted) {
        processes.add(start(options, controller, device));
      }
    }
    return new RunningDevices(processes);
  }

  /** The devices started. */
  List<String> devices() {
    return processes.stream().map(DeviceProcess::device).toList();
  }

  @Override
  public void close() {
    processes.forEach(DeviceProcess::stop);
    processes.forEach(DeviceProcess::close);
  }

  private static Set<String> windows(RunOptions options, HallSetup hall) throws IOException {
    Set<String> known =
        hall.plan().windows().stream()
            .map(window -> window.id().value())
            .collect(Collectors.toSet());
    if (options.windows.isEmpty()) {
      return Set.of(hall.plan().windows().getFirst().id().value());
    }
    for (String window : options.windows) {
      if (!known.contains(window)) {
        throw new IOException(
            "expected --windows to name windows of the hall (%s), but '%s' came"
                .formatted(
                    hall.plan().windows().stream()
                        .map(it -> it.id().value())
                        .collect(Collectors.joining(", ")),
                    window));
      }
    }
    return Set.copyOf(options.windows);
  }

  private static DeviceProcess start(RunOptions options, Controller controller, HallDevice device) {
    Path data = options.data.toAbsolutePath();
    Path log = data.resolve("logs").resolve(device.id() + ".log");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "--credentials", controller.registry().credentialsFile(device.id()).toString(),
            "--spool", data.resolve("devices").resolve(device.id()).toString(),
            // One that is revoked shows its code then, here as in a hall.
            "--pair", pages(options, controller)));
    if (device.role() == DeviceRole.TICKET_PRINTER) {
      arguments.addAll(
          List.of(
              "--printer", "emulator",
              "--preview", data.resolve("slips").toString(),
              "--panel", "0"));
      return new DeviceProcess(device.id(), main(device.role()), List.of(), arguments, log);
    }
    if (device.role() == DeviceRole.SPEAKER) {
      if (!shown(options)) {
        arguments.addAll(List.of("--audio", data.resolve("voice").toString()));
      }
      return new DeviceProcess(device.id(), main(device.role()), List.of(), arguments, log);
    }
    arguments.addAll(List.of("--snapshots", data.resolve("screens").toString()));
    if (device.role() == DeviceRole.HALL_BOARD) {
      arguments.addAll(List.of("--media", data.resolve("media").toString()));
    }
    List<String> flags =
        shown(options) ? List.of() : List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    return new DeviceProcess(device.id(), main(device.role()), flags, arguments, log);
  }

  /** The controller's pages as programs on this machine reach them. */
  private static String pages(RunOptions options, Controller controller) {
    boolean anywhere = options.listen.equals("0.0.0.0");
    return "http://" + (anywhere ? "127.0.0.1" : options.listen) + ":" + controller.port();
  }

  /** Whether the screens open on a display. */
  static boolean shown(RunOptions options) {
    return !options.headless
        && (present(System.getenv("DISPLAY")) || present(System.getenv("WAYLAND_DISPLAY")));
  }

  private static boolean present(@org.jspecify.annotations.Nullable String variable) {
    return variable != null && !variable.isBlank();
  }

  private static String main(DeviceRole role) {
    return switch (role) {
      case KIOSK -> "io.tidehall.kiosk.KioskApp";
      case RATING_PAD -> "io.tidehall.kiosk.pad.PadApp";
      case HALL_BOARD -> "io.tidehall.display.board.BoardApp";
      case SPEAKER -> "io.tidehall.display.voice.VoiceApp";
      case LED_LINE -> "io.tidehall.display.led.LedApp";
      case COUNTER_DISPLAY -> "io.tidehall.display.counter.CounterApp";
      case CALL_PAD -> "io.tidehall.display.pad.CallPadApp";
      case TICKET_PRINTER -> "io.tidehall.printer.PrinterApp";
    };
  }
}
