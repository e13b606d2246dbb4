package io.tidehall.server.readmodel;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The writing of one event.
 *
 * @param at when it happened
 * @param day the hall's day it belongs to
 */
record Writing(Handle handle, Instant at, LocalDate day) {
  /** Runs a statement; ids are bound as their text, times in UTC, enums by name. */
  void run(String sql, @Nullable Object... arguments) {
    handle.execute(sql, Arrays.stream(arguments).map(Writing::column).toArray());
  }

  static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case LineId id -> id.value();
      case WindowId id -> id.value();
      case ClerkId id -> id.value();
      case TicketId id -> id.value();
      case ServiceId id -> id.value();
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }
}
