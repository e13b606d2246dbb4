package io.tidehall.launcher.demo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the demo has done so far. */
final class Tally {
  final AtomicLong tickets = new AtomicLong();
  final AtomicLong turnedAway = new AtomicLong();
  final AtomicLong unanswered = new AtomicLong();
  final AtomicLong served = new AtomicLong();
  final AtomicLong missed = new AtomicLong();
  final AtomicLong rated = new AtomicLong();
  private final Consumer<String> onTicket;

  /**
   * A tally at zero.
   *
   * @param onTicket told the id of each ticket that the hall acknowledged
   */
  Tally(Consumer<String> onTicket) {
    this.onTicket = onTicket;
  }

  void ticket(String id) {
    tickets.incrementAndGet();
    onTicket.accept(id);
  }
}
