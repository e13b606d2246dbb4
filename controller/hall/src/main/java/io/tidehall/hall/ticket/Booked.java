package io.tidehall.hall.ticket;

import java.time.Instant;

/**
 * The booking that a ticket came of.
 *
 * @param booking its id
 * @param from when its slot begins: the age of the ticket counts from then
 * @param late whether it was checked in too late, so that the ticket is a walk-in's
 */
public record Booked(String booking, Instant from, Instant to, boolean late) {}
