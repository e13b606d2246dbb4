package io.tidehall.protocol;

import java.time.Instant;

/**
 * The hall's clock, published every few seconds: devices take the time from it, and know by its
 * silence that the controller is gone.
 *
 * @param every seconds until the next one
 */
public record ClockState(Instant at, int every) implements Message {
  public ClockState {
    at = Check.present("at", at);
    every = Check.within("every", every, 1, 300);
  }
}
