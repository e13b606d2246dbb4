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
    int beats) {
  static Sizes full() {
    return new Sizes(400, 1_000, 1_000, 20, 64, 5, 10_000, 4_000, 1, 5, 1_000, 7, 15, 4_000, 600);
  }

  static Sizes quick() {
    return new Sizes(100, 200, 500, 3, 64, 3, 1_000, 4_000, 1, 3, 300, 3, 5, 1_000, 160);
  }
}
