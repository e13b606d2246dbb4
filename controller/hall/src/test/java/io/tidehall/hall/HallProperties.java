package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Walk.Seen;
import io.tidehall.hall.Walk.Step;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds in any hall whatever is asked of it, in any order and at any time. */
class HallProperties extends WalkProperties {
  private static final int TRIES = 40;

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aReplayOfTheJournalIsTheLiveHall(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    Walk walk = Walk.through(plan, steps);
    HallState replayed = HallState.empty();
    for (Entry entry : walk.journal()) {
      replayed = Hall.apply(replayed, entry);
    }
    assertEquals(walk.state(), replayed);
  }

  /** The seed is fixed: a rare act must not be missed by bad luck. */
  @Property(tries = 4 * TRIES, shrinking = ShrinkingMode.OFF, seed = "20261123")
  void theWalksReachEveryAct(@ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      if (!seen.events().isEmpty()) {
        Statistics.label("accepted").collect(seen.request().command().getClass().getSimpleName());
      }
    }
    Statistics.label("accepted")
        .coverage(
            coverage -> {
              for (Class<?> act : Command.class.getPermittedSubclasses()) {
                if (!act.isInterface()) {
                  coverage.check(act.getSimpleName()).count(n -> n > 0);
                }
              }
              for (Class<?> act : Command.AtWindow.class.getPermittedSubclasses()) {
                coverage.check(act.getSimpleName()).count(n -> n > 0);
              }
            });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void everyLiveTicketIsInExactlyThePlaceItsStateSays(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      HallState hall = seen.after();
      int waiting = 0;
      int present = 0;
      for (Ticket ticket : hall.tickets().values()) {
        switch (ticket.state()) {
          case TicketState.Waiting(Lane lane, var rank) -> {
            waiting++;
            assertEquals(ticket.id(), hall.queues().lane(lane).get(rank));
            assertEquals(rank, ticket.rank());
            assertEquals(lane, ticket.lane());
          }
          case TicketState.Called called -> {
            present++;
            assertEquals(ticket.id(), hall.window(called.window()).findTicket().orElse(null));
          }
          case TicketState.Serving serving -> {
            present++;
            assertEquals(ticket.id(), hall.window(serving.window()).findTicket().orElse(null));
          }
          case TicketState.Held _, TicketState.Missed _, TicketState.Due _ -> {}
        }
      }
      assertEquals(waiting, hall.waiting(), "tickets in queues");
      assertEquals(
          present,
          hall.windows().values().stream().filter(it -> it.findTicket().isPresent()).count(),
          "tickets at windows");
      assertTrue(hall.queues().lanes().values().stream().noneMatch(lane -> lane.isEmpty()));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noTicketIsLostWithoutAnEventThatEndsIt(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    var alive = new TreeSet<TicketId>();
    for (Seen seen : Walk.through(plan, steps).seen()) {
      for (Event event : seen.events()) {
        switch (event) {
          case Event.TicketIssued e -> alive.add(e.ticket());
          case Event.ServiceFinished e -> alive.remove(e.ticket());
          case Event.TicketVoided e -> alive.remove(e.ticket());
          default -> {}
        }
      }
      assertEquals(alive, new TreeSet<>(seen.after().tickets().keySet()));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noTicketIsCalledByTwoWindows(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    var atWindow = new TreeSet<TicketId>();
    for (Seen seen : Walk.through(plan, steps).seen()) {
      for (Event event : seen.events()) {
        switch (event) {
          case Event.TicketCalled e -> assertTrue(atWindow.add(e.ticket()), () -> "twice: " + e);
          case Event.ServiceResumed e -> assertTrue(atWindow.add(e.ticket()), () -> "twice: " + e);
          case Event.ServiceFinished e -> assertTrue(atWindow.remove(e.ticket()));
          case Event.ServiceHeld e -> assertTrue(atWindow.remove(e.ticket()));
          case Event.TicketMissed e -> assertTrue(atWindow.remove(e.ticket()));
          case Event.TicketTransferred e -> assertTrue(atWindow.remove(e.ticket()));
          case Event.TicketVoided e -> assertFalse(atWindow.contains(e.ticket()));
          default -> {}
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aNumberIsGivenOnceADayAndNeverWhileItIsAlive(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    var given = new TreeSet<TicketId>();
    for (Seen seen : Walk.through(plan, steps).seen()) {
      for (Event event : seen.events()) {
        if (event instanceof Event.TicketIssued issued) {
          assertTrue(given.add(issued.ticket()), () -> "twice: " + issued);
        }
      }
      List<String> numbers = seen.after().tickets().values().stream().map(Ticket::number).toList();
      assertEquals(numbers.size(), new TreeSet<>(numbers).size(), () -> "alive: " + numbers);
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aDayWithoutItsRefusedAndRepeatedRequestsIsTheSameDay(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    Walk walk = Walk.through(plan, steps);
    HallState hall = HallState.empty();
    for (Seen seen : walk.seen()) {
      if (seen.after().seq() == seen.before().seq()) {
        continue;
      }
      Decision again = Hall.decide(hall, seen.request(), seen.now());
      assertEquals(seen.decision(), again);
      hall =
          Hall.apply(
              hall,
              new Entry(
                  hall.seq() + 1,
                  Hall.at(hall, seen.now()),
                  seen.request().id(),
                  seen.request().actor(),
                  seen.events()));
    }
    assertEquals(walk.state(), hall);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void equalInputsGiveEqualDecisionsAlsoAfterARestart(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    Walk walk = Walk.through(plan, steps);
    HallState replayed = HallState.empty();
    int applied = 0;
    for (Seen seen : walk.seen()) {
      assertEquals(seen.decision(), Hall.decide(replayed, seen.request(), seen.now()));
      if (seen.after().seq() > replayed.seq()) {
        replayed = Hall.apply(replayed, walk.journal().get(applied++));
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aWindowOutOfServiceIsStaffedOnlyWhileItHasATicket(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      for (Window window : seen.after().windows().values()) {
        if (!window.plan().inService()) {
          assertTrue(window instanceof Window.Closed || window instanceof Window.Busy);
          assertEquals(0, seen.after().queues().waiting(Lane.of(window.id())));
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void aPersonsLiveTicketIsKnownInItsLine(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      HallState hall = seen.after();
      var expected = new TreeSet<String>();
      for (Ticket ticket : hall.tickets().values()) {
        if (ticket.person() != null) {
          ticket.lines().forEach(line -> expected.add(HallState.personKey(ticket.person(), line)));
        }
      }
      assertEquals(expected, new TreeSet<>(hall.persons().keySet()));
      hall.persons().forEach((key, id) -> assertTrue(hall.findTicket(id).isPresent(), key));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void afterPassingTheNextDeadlineAnotherComes(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    HallState hall = Walk.through(plan, steps).state();
    for (int i = 0; i < 5; i++) {
      var deadline = Hall.nextDeadline(hall).orElseThrow();
      var at = Hall.at(hall, deadline);
      var passed =
          (Decision.Accepted)
              Hall.decide(hall, new Request("t" + i, Actor.system(), new Command.PassTime()), at);
      assertFalse(passed.events().isEmpty(), "something is due at " + deadline);
      hall =
          Hall.apply(hall, new Entry(hall.seq() + 1, at, "t" + i, Actor.system(), passed.events()));
      assertTrue(Hall.nextDeadline(hall).orElseThrow().isAfter(at));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void whoStandsBackLetsThroughAsManyAsItSaysAndNobodyElseChangesPlaces(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      List<Event> events = seen.events();
      if (!events.isEmpty() && events.getLast() instanceof Event.TicketDelayed delayed) {
        Ticket after = seen.after().ticket(delayed.ticket());
        Ticket before = seen.before().ticket(delayed.ticket());
        List<TicketId> then = List.copyOf(seen.before().queues().lane(before.lane()).values());
        List<TicketId> now = List.copyOf(seen.after().queues().lane(after.lane()).values());
        assertEquals(delayed.places(), now.indexOf(after.id()) - then.indexOf(after.id()));
        // Those who came in one instant are let through together.
        long instants =
            then
                .subList(
                    then.indexOf(after.id()) + 1, then.indexOf(after.id()) + 1 + delayed.places())
                .stream()
                .map(it -> seen.before().ticket(it).rank().since())
                .distinct()
                .count();
        assertTrue(delayed.places() >= 1 && instants <= plan.rules().phoneDelay());
        assertEquals(before.priority(), after.priority());
        assertEquals(without(then, after.id()), without(now, after.id()));
      }
    }
  }

  private static List<TicketId> without(List<TicketId> queue, TicketId ticket) {
    return queue.stream().filter(it -> !it.equals(ticket)).toList();
  }
}
