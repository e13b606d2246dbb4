package io.tidehall.link;

import java.nio.file.Path;
import java.time.InstantSource;

/** Makes the sessions that real devices use. */
public final class DeviceSessions {
  private DeviceSessions() {}

  /** What every device says of its program's version. */
  public static String version() {
    String version = DeviceSessions.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  /**
   * A session by MQTT, not yet opened: call its watch methods, then {@link DeviceSession#open}.
   *
   * @param app the program's name, such as {@code kiosk}
   * @param spoolDir folder of this device alone, where facts wait for their answer
   */
  public static DeviceSession over(
      Credentials credentials, String app, String version, Path spoolDir) {
    InstantSource time = InstantSource.system();
    Link link =
        new PahoLink(
            credentials,
            LinkDeviceSession.will(credentials.device(), app, version, time.instant()));
    return new LinkDeviceSession(link, credentials.device(), app, version, spoolDir, time);
  }

  /** The same, opened at once. */
  public static DeviceSession open(
      Credentials credentials, String app, String version, Path spoolDir) {
    DeviceSession session = over(credentials, app, version, spoolDir);
    session.open();
    return session;
  }
}
