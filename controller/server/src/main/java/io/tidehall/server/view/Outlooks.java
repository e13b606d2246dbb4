package io.tidehall.server.view;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Promise;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        public Optional<Promise.Minutes> ofNew(LineId line, boolean green) {
          return Optional.empty();
        }

        @Override
        public Optional<Promise.Minutes> left(TicketId ticket) {
          return Optional.empty();
        }
      };

  /**
   * What a change would do to the waits.
   *
   * @param before the wait of a ticket taken now, by line; lines without an open window lack one
   * @param after the same with the change
   */
  record Effect(
      Map<LineId, Promise.Minutes> before, Map<LineId, Promise.Minutes> after, Together together) {
    public Effect {
      before = new TreeMap<>(before);
      after = new TreeMap<>(after);
    }
  }

  /**
   * The minutes that 9 of 10 stay below, of all who wait now or come by a time.
   *
   * @param until when the last of them come
   */
  record Together(int before, int after, Instant until) {}

  /**
   * What it would do to the waits if the hall stood otherwise. Takes a part of a second; any thread
   * may ask, but the writer's.
   */
  default Optional<Effect> effect(HallState before, HallState after) {
    return Optional.empty();
  }

  /** What to keep with a ticket that is taken now, be it told or not. */
  Optional<Promise> promise(LineId line, boolean green);

  /** The wait to tell of a ticket taken now, by the green channel or not. */
  Optional<Promise.Minutes> ofNew(LineId line, boolean green);

  /** What to tell a waiting ticket of the rest of its wait. */
  Optional<Promise.Minutes> left(TicketId ticket);

  /** Whether a waiting ticket must now expect much longer than its holder was told. */
  default boolean worse(TicketId ticket) {
    return false;
  }
}
