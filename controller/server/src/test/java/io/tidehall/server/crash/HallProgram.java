package io.tidehall.server.crash;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The program that is killed: a whole controller with clerks at their windows. */
final class HallProgram {
  static final String READY = "ready";
  static final List<String> KIOSKS = List.of("crash-kiosk-1", "crash-kiosk-2", "crash-kiosk-3");
  static final List<String> WINDOWS = List.of("1", "2", "3");

  private HallProgram() {}

  static String callPad(String window) {
    return "crash-call-" + window;
  }

  /** Takes the data folder and the ports of pages and broker. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var options =
        ControllerOptions.local(Path.of(args[0]), hall())
            .withPorts(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    try (Controller controller = Controller.start(options)) {
      for (String window : WINDOWS) {
        var clerk = new ClerkId("10" + window);
        // Refused after a restart: the clerk is at the window already.
        var _ =
            controller
                .writer()
                .submit(
                    new Request(
                        UUID.randomUUID().toString(),
                        Actor.clerk(clerk.value()),
                        new Command.SignIn(new WindowId(window), clerk, null)))
                .join();
      }
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }

  private static HallSetup hall() {
    HallSetup trial = ReadyHalls.trial();
    List<HallDevice> devices = new ArrayList<>(trial.devices());
    KIOSKS.forEach(id -> devices.add(new HallDevice(id, DeviceRole.KIOSK, null, "printer-1")));
    WINDOWS.forEach(
        window -> devices.add(new HallDevice(callPad(window), DeviceRole.CALL_PAD, window, null)));
    return new HallSetup(
        trial.plan(),
        trial.level(),
        trial.catalogue(),
        devices,
        trial.notices(),
        trial.slipNotices(),
        trial.accounts(),
        trial.labelsVersion());
  }
}
