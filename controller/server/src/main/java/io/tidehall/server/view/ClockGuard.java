package io.tidehall.server.view;

import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Holds the hall's clock to its journal. A clock that has gone back, or shows a day before this
 * program was made, is wrong: the hall then goes by its journal's time, and tells no time and no
 * wait. That a clock is ahead cannot be known.
 */
public final class ClockGuard {
  /** A clock that is set right by seconds is none that people must hear of. */
  static final Duration TOLERANCE = Duration.ofSeconds(10);

  /** No hall ran before: a machine without a battery starts in 1970, or when it was made. */
  static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private final InstantSource clock;

  public ClockGuard(InstantSource clock) {
    this.clock = clock;
  }

  /** The time that the hall goes by: never before its journal's last entry. */
  public Instant time(HallState state) {
    return Hall.at(state, clock.instant());
  }

  /** Whether the clock is known to be wrong. */
  public boolean wrong(HallState state) {
    return problem(state).isPresent();
  }

  /** What is wrong with the clock, for whoever keeps the hall. */
  public Optional<String> problem(HallState state) {
    Instant now = clock.instant();
    if (now.plus(TOLERANCE).isBefore(state.at())) {
      return Optional.of("shows " + now + ", behind the journal's last entry of " + state.at());
    }
    return now.isBefore(EARLIEST)
        ? Optional.of("shows " + now + ", a day before this program was made")
        : Optional.empty();
  }
}
