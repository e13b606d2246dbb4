package io.tidehall.acceptance;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceOptions;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import java.io.IOException;
import java.nio.file.Path;

/** A real device app in this process, by MQTT as itself. */
record RunningDevice(DeviceApp.Running app, DeviceSession session) implements AutoCloseable {
  private static final String APP_VERSION = "acceptance";

  static RunningDevice start(RunningHall hall, String id, DeviceApp app, Path spool)
      throws IOException {
    DeviceSession session = session(hall, id, app.name(), spool);
    String key = hall.credentials(id).identityKey();
    DeviceApp.Running running =
        app.start(new Device(id, session, new DeviceOptions(), key, () -> {}));
    session.open();
    return new RunningDevice(running, session);
  }

  /** What a device is connected by; it is not open yet. */
  static DeviceSession session(RunningHall hall, String id, String app, Path spool)
      throws IOException {
    return DeviceSessions.over(hall.credentials(id), app, APP_VERSION, spool.resolve(id));
  }

  @Override
  public void close() {
    app.close();
    session.close();
  }
}
