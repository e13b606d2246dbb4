package io.tidehall.bench;

/**
 * How much is measured.
 *
 * @param warmUp rounds that do not count
 * @param rounds rounds of ticket and call that count
 * @param burst tickets of one round of the throughput
 * @param bursts rounds of the throughput that count; as many again warm up
 * @param sessions requests in flight
 * @param starts starts of the controller
 * @param load tickets before the memory is looked at, and as many again after
 * @param day tickets of the day that is replayed
 * @param forks processes of JMH; 0 measures in this one
 * @param iterations of JMH that count; as many warm up
 * @param iterationMillis how long each of them is
 * @param forecasts that count; as many warm up
 * @param days simulated days that count; as many warm up
 * @param history visitors of the day before the forecasts that run beside the writer
 * @param beats commands beside them that count, twenty a second; as many warm up
 * @param rushSeconds how long sixty clerks call every two seconds
 * @param pairs pairs of call-next at once
 * @param pictures calls of which the pixels are awaited
 * @param frames frames of a board's day
 * @param papers slips of which the bytes are awaited
 * @param crowdSeconds how long twenty kiosks take ten tickets a second
 * @param touches tickets that one kiosk takes
 */
record Sizes(
    int warmUp,
    int rounds,
    int burst,
    int bursts,
    int sessions,
    int starts,
    int load,
    int day,
    int forks,
    int iterations,
    int iterationMillis,
    int forecasts,
    int days,
    int history,
    int beats,
    int rushSeconds,
    int pairs,
    int pictures,
    int frames,
    int papers,
    int crowdSeconds,
    int touches) {
  static Sizes full() {
    return new Sizes(
        400, 1_000, 1_000, 20, 64, 5, 10_000, 4_000, 1, 5, 1_000, 7, 15, 4_000, 600, 60, 10_000,
        200, 3_000, 300, 60, 5_000);
  }

  static Sizes quick() {
    return new Sizes(
        100, 200, 500, 3, 64, 3, 1_000, 4_000, 1, 3, 300, 3, 5, 1_000, 160, 10, 500, 30, 300, 30,
        10, 200);
  }

  /** The same with another length of the rush. */
  Sizes withRush(int seconds) {
    return new Sizes(
        warmUp,
        rounds,
        burst,
        bursts,
        sessions,
        starts,
        load,
        day,
        forks,
        iterations,
        iterationMillis,
        forecasts,
        days,
        history,
        beats,
        seconds,
        pairs,
        pictures,
        frames,
        papers,
        crowdSeconds,
        touches);
  }
}
