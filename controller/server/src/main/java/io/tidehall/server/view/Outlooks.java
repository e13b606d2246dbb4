package io.tidehall.server.view;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import java.util.Optional;

/**
 * What is forecast of the waits to come. All is empty while there is no fresh forecast; then the
 * views fall back on the closed formula, and say that it is rough.
 */
public interface Outlooks {
  /** Nothing is ever forecast. */
  Outlooks NONE =
      new Outlooks() {
        @Override
        public Optional<Promise> promise(LineId line, boolean green) {
          return Optional.empty();
        }

        @Override
        public Optional<Promise.Minutes> ofNew(LineId line) {
          return Optional.empty();
        }

        @Override
        public Optional<Promise.Minutes> left(TicketId ticket) {
          return Optional.empty();
        }
      };

  /** What to keep with a ticket that is taken now, be it told or not. */
  Optional<Promise> promise(LineId line, boolean green);

  /** The wait to tell of a ticket taken now. */
  Optional<Promise.Minutes> ofNew(LineId line);

  /** What to tell a waiting ticket of the rest of its wait. */
  Optional<Promise.Minutes> left(TicketId ticket);

  /** Whether a waiting ticket must now expect much longer than its holder was told. */
  default boolean worse(TicketId ticket) {
    return false;
  }
}
