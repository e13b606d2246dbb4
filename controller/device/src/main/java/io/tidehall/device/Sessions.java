package io.tidehall.device;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import java.nio.file.Path;

/** How a device's session is made: {@code DeviceSessions::over} in a hall, a fake in tests. */
@FunctionalInterface
public interface Sessions {
  DeviceSession make(Credentials credentials, String app, String version, Path spool);
}
