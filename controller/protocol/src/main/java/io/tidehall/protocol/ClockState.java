package io.tidehall.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hall's clock, published every few seconds: devices take the time from it, and know by its
 * silence that the controller is gone.
 *
 * @param every seconds until the next one
 * @param since when the controller last came to the broker: a device that hears a new one tells its
 *     {@link Presence} again
 */
public record ClockState(Instant at, int every, @Nullable Instant since) implements Message {
  public ClockState {
    at = Check.present("at", at);
    every = Check.within("every", every, 1, 300);
  }
}
