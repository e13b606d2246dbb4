package io.tidehall.hall.routing;

import static io.tidehall.hall.ticket.PriorityClass.NORMAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueuesTest {
  private static final Lane A = Lane.of(new LineId("A"));
  private static final Rank RANK = new Rank(Instant.EPOCH, 1);
  private static final TicketId TICKET = new TicketId("20261123-A001");

  @Test
  void anEmptyLaneHasNoHead() {
    assertEquals(Optional.empty(), Queues.empty().head(A));
  }

  @Test
  void theFirstOfALaneIsItsHead() {
    Queues queues =
        Queues.empty()
            .plus(A, NORMAL, new Rank(Instant.EPOCH, 2), new TicketId("20261123-A002"))
            .plus(A, NORMAL, RANK, TICKET);
    assertEquals(Optional.of(Map.entry(RANK, TICKET)), queues.head(A));
    assertEquals(2, queues.waiting(A));
  }

  @Test
  void aLaneThatEmptiesIsGone() {
    assertTrue(
        Queues.empty().plus(A, NORMAL, RANK, TICKET).minus(A, NORMAL, RANK).lanes().isEmpty());
    assertEquals(Queues.empty(), Queues.empty().minus(A, NORMAL, RANK));
  }
}
