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
 */
record Sizes(
    int warmUp, int rounds, int burst, int bursts, int sessions, int starts, int load, int day) {
  static Sizes full() {
    return new Sizes(400, 1_000, 1_000, 20, 64, 5, 10_000, 4_000);
  }

  static Sizes quick() {
    return new Sizes(100, 200, 500, 3, 64, 3, 1_000, 4_000);
  }
}
