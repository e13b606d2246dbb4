package io.tidehall.protocol;

import java.time.Instant;

/**
 * A slip to print once. The printer remembers the ids it has printed; the hall sends a job again
 * until it is told of its end.
 *
 * @param id unique for ever
 */
public record PrintJob(String id, Instant queuedAt, Slip slip) implements Message {
  public PrintJob {
    id = Check.id("id", id);
    queuedAt = Check.present("queuedAt", queuedAt);
    slip = Check.present("slip", slip);
  }
}
