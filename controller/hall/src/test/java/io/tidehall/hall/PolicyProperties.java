package io.tidehall.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Walk.Seen;
import io.tidehall.hall.Walk.Step;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.routing.HallFloor;
import io.tidehall.hall.routing.Policies;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What every policy keeps, in any hall and on any day. */
class PolicyProperties extends WalkProperties {
  private static final int TRIES = 30;

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noTicketIsCalledOutsideTheScopeOfAWindow(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Walk walk : underEveryPolicy(plan, steps)) {
      for (Seen seen : walk.seen()) {
        for (Event event : seen.events()) {
          if (event instanceof Event.TicketCalled call && !call.reason().rule().equals("clerk")) {
            var window = (Window.Open) seen.after().window(call.window());
            Ticket ticket = seen.after().ticket(call.ticket());
            assertTrue(takes(seen.after().plan(), window, ticket), () -> ticket + " at " + window);
          }
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noWindowThatAskedIsWithoutATicketWhileAnEligibleOneWaits(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Walk walk : underEveryPolicy(plan, steps)) {
      for (Seen seen : walk.seen()) {
        HallState hall = seen.after();
        for (Window window : hall.windows().values()) {
          if (window instanceof Window.Free free && free.asked()) {
            for (Ticket ticket : hall.tickets().values()) {
              assertFalse(
                  ticket.state() instanceof TicketState.Waiting && takes(hall.plan(), free, ticket),
                  () -> free.id() + " is idle while " + ticket + " waits");
            }
          }
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void insideALineAndClassTheFirstComeIsTheFirstCalled(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Walk walk : underEveryPolicy(plan, steps)) {
      var moved = new TreeSet<TicketId>();
      for (Seen seen : walk.seen()) {
        for (Event event : seen.events()) {
          switch (event) {
            case Event.TicketTransferred e -> moved.add(e.ticket());
            case Event.TicketRequeued e -> moved.add(e.ticket());
            case Event.TicketDelayed e -> moved.add(e.ticket());
            // Where a further item of a visitor stands is the choice of who sent it.
            case Event.SplitIssued e -> moved.add(e.ticket());
            case Event.TicketCalled e when !e.reason().rule().equals("clerk") -> {
              Ticket called = seen.after().ticket(e.ticket());
              var window = (Window.Open) seen.after().window(e.window());
              for (Ticket other : seen.after().tickets().values()) {
                boolean comparable =
                    other.state() instanceof TicketState.Waiting
                        && other.line().equals(called.line())
                        && other.priority() == called.priority()
                        && takes(seen.after().plan(), window, other)
                        && !moved.contains(other.id())
                        && !moved.contains(called.id());
                if (comparable) {
                  assertTrue(
                      called.rank().compareTo(other.rank()) < 0,
                      () -> called.number() + " was called before " + other.number());
                }
              }
            }
            default -> {}
          }
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void theSameDayIsRoutedTheSameAgain(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    List<Walk> again = underEveryPolicy(plan, steps);
    int nth = 0;
    for (Walk walk : underEveryPolicy(plan, steps)) {
      assertEquals(walk.journal(), again.get(nth++).journal());
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void noRunnerUpWouldHaveBeenBetterThanTheTicketCalled(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Walk walk : underEveryPolicy(plan, steps)) {
      for (Seen seen : walk.seen()) {
        for (Event event : seen.events()) {
          if (event instanceof Event.TicketCalled call) {
            assertTrue(call.runnersUp().size() <= 3);
            for (Event.RunnerUp other : call.runnersUp()) {
              assertFalse(other.ticket().equals(call.ticket()));
              assertTrue(
                  !call.reason().rule().equals("guard") || other.score() <= call.score(),
                  () -> call + " over " + other);
            }
          }
        }
      }
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void theSpecialisedWindowsOfAFieldAreThoseThatOwnIt(
      @ForAll("plans") HallPlan plan, @ForAll("days") List<Step> steps) {
    for (Seen seen : Walk.through(plan, steps).seen()) {
      HallFloor floor = seen.after().floor(seen.after().at());
      for (int i = 0; i < floor.fields(); i++) {
        int field = i;
        assertEquals(
            floor.windows().stream()
                .filter(it -> it.kind().specialised() && it.owns(field))
                .count(),
            floor.dedicated(field));
      }
    }
  }

  private static List<Walk> underEveryPolicy(HallPlan plan, List<Step> steps) {
    List<Walk> walks = new ArrayList<>();
    for (String policy : Policies.names()) {
      walks.add(Walk.through(RandomHall.under(plan, PolicyPlan.of(policy)), steps));
    }
    return walks;
  }

  private static boolean takes(HallPlan plan, Window.Open window, Ticket ticket) {
    Lane lane = ticket.lane();
    return switch (lane.kind()) {
      case LINE -> ticket.lines().stream().allMatch(id -> takes(plan, window, id));
      case WINDOW -> window.id().value().equals(lane.id());
      case CLERK -> {
        var names = new ArrayList<>(List.of(window.post().clerk()));
        var away = window.post().standingInFor();
        if (away != null) {
          names.add(away);
        }
        yield names.stream().anyMatch(name -> name.value().equals(lane.id()));
      }
    };
  }

  private static boolean takes(HallPlan plan, Window.Open window, LineId id) {
    return plan.findLine(id)
        .filter(
            line ->
                window.plan().lines().contains(id) || window.plan().second().contains(line.field()))
        .isPresent();
  }
}
