package io.tidehall.printer.agent;

import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.PrintJob;
import java.time.Duration;
import java.time.Instant;

/**
 * Slips for whoever has just touched the kiosk. One that could not be printed for a quarter of an
 * hour, as while there was no paper, is for nobody: the number was on the screen, and its visitor
 * waits, was served or has gone. Another that comes out for it only confuses whoever stands there.
 */
final class Lateness {
  private static final Duration MOST = Duration.ofMinutes(15);

  private final DeviceSession session;

  Lateness(DeviceSession session) {
    this.session = session;
  }

  /** Whether it comes too late, by the hall's clock; before a word of the hall nothing does. */
  boolean late(PrintJob job) {
    boolean fleeting =
        switch (job.slip().purpose()) {
          case TICKET, REPRINT, LIST -> true;
          case NOTICE, TEST_PAGE, DAY_REPORT -> false;
        };
    return fleeting
        && !session.lastHeard().equals(Instant.EPOCH)
        && waited(job).compareTo(MOST) > 0;
  }

  /** Why it was not printed. */
  String words(PrintJob job) {
    return "it waited for the printer for %d minutes and was not printed: whoever wants it has it printed again"
        .formatted(waited(job).toMinutes());
  }

  private Duration waited(PrintJob job) {
    return Duration.between(job.queuedAt(), session.hallClock().instant());
  }
}
