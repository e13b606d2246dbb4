package io.tidehall.server.writer;

import io.tidehall.hall.Decision;
import io.tidehall.hall.HallState;
import java.time.Instant;

/**
 * The writer's answer, given after what it tells is durable.
 *
 * @param state the hall as it was when the request had been decided
 */
public record Answer(Decision decision, Instant at, HallState state) {}
