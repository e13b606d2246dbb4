package io.tidehall.hall.booking;

import java.time.LocalDateTime;

/** A stretch of opening time that can be booked, in the hall's local time. */
public record Slot(LocalDateTime from, LocalDateTime to) {}
