package io.tidehall.bench;

import io.tidehall.hall.Command;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** The child of (d): a controller whose clerks call, serve and finish whoever comes, at once. */
final class BusyHall {
  static final String READY = "ready";
  static final List<String> KIOSKS = List.of("bench-1", "bench-2", "bench-3", "bench-4");
  private static final long LOOK_NANOS = 5_000_000;

  private BusyHall() {}

  /** Takes the data folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopInOrder(stop, stopped)));
    try (Controller controller =
        Controller.start(ControllerOptions.local(Path.of(args[0]), hall()))) {
      while (!controller.health().broker().ok()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      System.out.println(READY);
      HallWriter writer = controller.writer();
      writer.addAnnouncer((_, entries) -> entries.forEach(entry -> goOn(writer, entry)));
      for (String window : RuleRun.WINDOWS) {
        ask(writer, window, RuleRun.signIn(window));
        ask(writer, window, new Command.CallNext(new WindowId(window)));
      }
      stop.await();
    } finally {
      stopped.countDown();
    }
  }

  private static void stopInOrder(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void goOn(HallWriter writer, Entry entry) {
    for (Event event : entry.events()) {
      switch (event) {
        case Event.TicketCalled it ->
            ask(writer, it.window().value(), new Command.Arrive(it.window()));
        case Event.ServiceStarted it ->
            ask(
                writer,
                it.window().value(),
                new Command.Finish(it.window(), Outcome.DONE_AT_ONCE, ""));
        case Event.ServiceFinished it ->
            ask(writer, it.window().value(), new Command.CallNext(it.window()));
        default -> {}
      }
    }
  }

  private static void ask(HallWriter writer, String window, Command command) {
    var _ =
        writer.submit(new Request(UUID.randomUUID().toString(), RuleRun.clerk(window), command));
  }

  private static HallSetup hall() {
    HallSetup trial = ReadyHalls.trial();
    List<HallDevice> devices = new ArrayList<>(trial.devices());
    KIOSKS.forEach(id -> devices.add(new HallDevice(id, DeviceRole.KIOSK, null, null)));
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
