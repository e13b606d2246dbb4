package io.tidehall.protocol;

import java.time.Instant;

/**
 * Whether a device is there. The device leaves the {@code online=false} form with the broker as its
 * last will.
 */
public record Presence(boolean online, String app, String version, Instant since)
    implements Message {
  public Presence {
    app = Check.text("app", app, 60);
    version = Check.text("version", version, 40);
    since = Check.present("since", since);
  }
}
