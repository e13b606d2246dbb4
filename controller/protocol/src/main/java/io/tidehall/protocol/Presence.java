package io.tidehall.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device is there. The device leaves the {@code online=false} form with the broker as its
 * last will. A broker that was down itself leaves no will; so a device also answers each controller
 * that comes to the broker.
 *
 * @param since when the device started
 * @param heard the {@link ClockState#since} that is answered, if one was heard
 */
public record Presence(
    boolean online, String app, String version, Instant since, @Nullable Instant heard)
    implements Message {
  public Presence {
    app = Check.text("app", app, 60);
    version = Check.text("version", version, 40);
    since = Check.present("since", since);
  }
}
