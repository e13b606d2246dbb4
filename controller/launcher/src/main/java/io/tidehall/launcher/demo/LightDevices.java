package io.tidehall.launcher.demo;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.Controller;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.hallfile.HallDevice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The devices that nobody runs as an app, without their screens: each has credentials and a
 * connection of its own. Beside a real device stands one registered for the demo.
 */
final class LightDevices {
  private static final String KIOSK = "demo-kiosk";

  private final Demo.Scene scene;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("demo-pads").factory());
  private final List<DeviceSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicReference<DeviceSession.Reach> kioskReach =
      new AtomicReference<>(DeviceSession.Reach.NO_BROKER);

  LightDevices(Demo.Scene scene) {
    this.scene = scene;
  }

  /** The kiosk, connecting. */
  DeviceSession kiosk() throws IOException {
    DeviceSession session = session(new DevicePlace(KIOSK, DeviceRole.KIOSK, null, null));
    session.watchReach(kioskReach::set);
    session.report(DeviceStatus.Paper.OK, List.of());
    session.open();
    return session;
  }

  DeviceSession.Reach kioskReach() {
    return Objects.requireNonNull(kioskReach.get());
  }

  /** Counter displays and rating pads. */
  void atWindows() throws IOException {
    Catalogue catalogue = scene.hall().catalogue(1);
    for (HallDevice device : scene.hall().devices()) {
      String window = device.window();
      if (window == null) {
        continue;
      }
      boolean real = scene.realDevices().contains(device.id());
      if (device.role() == DeviceRole.RATING_PAD) {
        String id = real ? "demo-" + device.id() : device.id();
        pad(new DevicePlace(id, device.role(), window, null), catalogue, !real);
      } else if (device.role() == DeviceRole.COUNTER_DISPLAY && !real) {
        DeviceSession session = session(new DevicePlace(device.id(), device.role(), window, null));
        session.watch(Topics.window(window), WindowState.class, _ -> {});
        session.open();
      }
    }
  }

  private void pad(DevicePlace place, Catalogue catalogue, boolean alone) throws IOException {
    DeviceSession session = session(place);
    var pad =
        new LightPad(session, catalogue, scene.pace(), scene.seed(), scene.tally(), timer, alone);
    pad.watch(java.util.Objects.requireNonNull(place.window()));
    session.open();
  }

  private DeviceSession session(DevicePlace place) throws IOException {
    scene.controller().addDevice(place);
    var credentials = Credentials.read(scene.controller().registry().credentialsFile(place.id()));
    DeviceSession session =
        DeviceSessions.over(
            credentials,
            "demo-" + place.role().word(),
            Controller.VERSION,
            scene.data().resolve("devices").resolve(place.id()));
    sessions.add(session);
    return session;
  }

  /** Closes all at once, and waits no longer than this. */
  void close(Duration patience) throws InterruptedException {
    timer.shutdownNow();
    long end = System.nanoTime() + patience.toNanos();
    List<Thread> leaving = new ArrayList<>();
    for (DeviceSession session : sessions) {
      leaving.add(Thread.ofPlatform().daemon().name("demo-leave").start(session::close));
    }
    for (Thread thread : leaving) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isPositive()) {
        thread.join(left);
      }
    }
  }
}
