package io.tidehall.hall.tide;

import java.time.Instant;

/**
 * What following a proposal is expected to change.
 *
 * @param before the wait in minutes that 9 of 10 visitors stay below, as it is
 * @param after the same if the proposal is followed
 * @param until how far the outlook reaches
 * @param simulated whether the hall was simulated forward, rather than the closed formula used
 */
public record TideEffect(int before, int after, Instant until, boolean simulated) {}
