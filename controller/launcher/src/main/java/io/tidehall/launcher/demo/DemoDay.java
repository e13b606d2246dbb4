package io.tidehall.launcher.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/** The demo's own day: it opens at 8:30 when the demo starts, and begins again when it is over. */
final class DemoDay {
  static final LocalTime OPENS = LocalTime.of(8, 30);
  static final Duration LENGTH = Duration.ofHours(9);

  /** Who has come before the doors opened. */
  private static final int AT_THE_DOOR = 4;

  private record Share(LocalTime from, LocalTime to, double share) {}

  private static final List<Share> SHARES =
      List.of(
          share("08:30", "09:30", 26),
          share("09:30", "10:30", 24),
          share("10:30", "11:30", 13),
          share("11:30", "12:00", 3),
          share("14:00", "15:00", 15),
          share("15:00", "16:00", 11),
          share("16:00", "17:00", 6),
          share("17:00", "17:30", 2));

  private final Pace pace;
  private final LongSupplier nanos;
  private final long startNanos;

  DemoDay(Pace pace, LongSupplier nanos) {
    this.pace = pace;
    this.nanos = nanos;
    startNanos = nanos.getAsLong();
  }

  /** Times after the opening at which visitors come, in order. */
  static List<Duration> arrivals(int visitors, Dice dice) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < visitors; i++) {
      if (i < Math.min(AT_THE_DOOR, visitors / 10)) {
        times.add(Duration.ZERO);
        continue;
      }
      Share share = dice.weighted(SHARES, Share::share);
      Duration length = Duration.between(share.from(), share.to());
      times.add(
          Duration.between(OPENS, share.from())
              .plusMillis(Math.round(dice.fraction() * length.toMillis())));
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  /** The day, 1 for the first. */
  int day() {
    return 1 + (int) (passed().toMillis() / LENGTH.toMillis());
  }

  LocalTime time() {
    return OPENS.plus(Duration.ofMillis(passed().toMillis() % LENGTH.toMillis()));
  }

  /** How long, in real time, until a moment of a day; negative when it is over. */
  Duration until(int day, Duration sinceOpening) {
    return pace.real(LENGTH.multipliedBy(day - 1L).plus(sinceOpening).minus(passed()));
  }

  private Duration passed() {
    return pace.human(Duration.ofNanos(nanos.getAsLong() - startNanos));
  }

  private static Share share(String from, String to, double share) {
    return new Share(LocalTime.parse(from), LocalTime.parse(to), share);
  }
}
