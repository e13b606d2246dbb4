package io.tidehall.printer.agent;

import io.tidehall.printer.escpos.AutomaticStatus;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What comes from a printer on one connection: what it tells unasked is set apart, and answers to
 * questions are what is left, wherever the one came into the other. Used by one thread.
 */
final class Answers {
  /** The four bytes come together; who is so late has lost the rest of them. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  private final Transport transport;
  private final int[] begun = new int[AutomaticStatus.LENGTH];
  private int count;
  private long since;
  private @Nullable PrinterStatus last;
  private boolean unread;
  private long tellings;

  Answers(Transport transport) {
    this.transport = transport;
  }

  /** Waits for one byte of an answer; empty when none came in time. */
  OptionalInt next(Duration within) throws IOException {
    long end = System.nanoTime() + within.toNanos();
    OptionalInt b = transport.receive(within);
    while (b.isPresent() && toldUnasked(b.getAsInt())) {
      // Whoever waits wants to know at once, too.
      if (unread && count == 0) {
        return OptionalInt.empty();
      }
      b = transport.receive(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return b;
  }

  /** Throws away answers that came too late for their question, but nothing told unasked. */
  void drain() throws IOException {
    OptionalInt b = transport.receive(Duration.ZERO);
    while (b.isPresent()) {
      var _ = toldUnasked(b.getAsInt());
      b = transport.receive(Duration.ZERO);
    }
  }

  /** What was told unasked since this was asked last. */
  Optional<PrinterStatus> news() {
    boolean fresh = unread;
    unread = false;
    return fresh ? last() : Optional.empty();
  }

  /** What was told unasked last. */
  Optional<PrinterStatus> last() {
    return Optional.ofNullable(last);
  }

  /** How often anything was told unasked. */
  long tellings() {
    return tellings;
  }

  private boolean toldUnasked(int b) {
    if (AutomaticStatus.isFirst(b)) {
      count = 0;
    } else if (count == 0
        || !AutomaticStatus.isFurther(b)
        || System.nanoTime() - since > TOGETHER.toNanos()) {
      count = 0;
      return false;
    }
    since = System.nanoTime();
    begun[count++] = b;
    if (count == begun.length) {
      last = AutomaticStatus.of(begun[0], begun[1], begun[2], begun[3]);
      unread = true;
      tellings++;
      count = 0;
    }
    return true;
  }
}
